package io.fetchmark.gate;

import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Pairs of equal targets that real gates have measured, as the README beside the files tells. */
enum KeptPairs {
    PETCLINIC("aa-petclinic.csv"),
    JAVALIN("aa-javalin.csv");

    private static final long REQUESTS = 1000;

    private final String file;

    KeptPairs(String file) {
        this.file = file;
    }

    /** In the order of measuring. */
    List<Pair> read() {
        List<String> lines;
        try (InputStream in = KeptPairs.class.getResourceAsStream(file)) {
            lines = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> names = Arrays.asList(lines.get(0).split(",", -1));
        List<Pair> pairs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int field = 0; field < fields.length; field++) {
                row.put(names.get(field), fields[field]);
            }
            pairs.add(new Pair(
                    "baseline".equals(row.get("first")) ? Side.BASELINE : Side.CANDIDATE,
                    0,
                    0,
                    block(row, "_candidate"),
                    block(row, "_baseline")));
        }
        return List.copyOf(pairs);
    }

    private static BlockFigures block(Map<String, String> row, String side) {
        long median = Long.parseLong(row.get("p50Nanos" + side));
        return new BlockFigures(
                REQUESTS,
                0,
                Double.parseDouble(row.get("perSecond" + side)),
                median,
                median,
                median,
                median,
                0,
                OptionalDouble.of(Double.parseDouble(row.get("targetCpuNanosPerRequest" + side))),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }
}
