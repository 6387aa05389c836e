package io.fetchmark.gatebench;

import io.fetchmark.json.Json;
import io.fetchmark.measure.Units;
import io.fetchmark.stats.Bounds;
import io.fetchmark.stats.ClopperPearson;
import io.fetchmark.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The log of {@code dev/bench-gate} as a table in Markdown. */
final class GateTable {

    private static final double CONFIDENCE = 0.95;

    private GateTable() {}

    /** Arguments: logs. Bounds are two-sided, at 95 %. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        List<BenchedBuild> all = new ArrayList<>();
        for (String log : arguments) {
            for (String line : Files.readAllLines(Path.of(log))) {
                all.add(Json.read(line, BenchedBuild.class));
            }
        }
        System.out.println(
                "| candidate | neighbour | builds | REGRESSION | INCONCLUSIVE | INVALID | found p50, throughput,"
                        + " cpuPerRequest | stored number, 5 percent more, fails | stored number, 10 percent more, fails | pairs, median |"
                        + " comparison, median and most |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        Map<String, List<BenchedBuild>> groups = all.stream()
                .collect(Collectors.groupingBy(
                        build -> (build.slower() > 0
                                        ? "+" + Math.round(100 * build.slower()) + " % CPU time"
                                        : "the same (A/A)")
                                + " | " + (build.neighbour() ? "yes" : "no"),
                        TreeMap::new,
                        Collectors.toList()));
        groups.forEach((name, builds) -> System.out.println(row(name, builds)));
    }

    private static String row(String name, List<BenchedBuild> builds) {
        double[] seconds = builds.stream()
                .mapToDouble(BenchedBuild::comparisonSeconds)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s | %s | %.0f | %.0f s, %.0f s |",
                name,
                builds.size(),
                share(builds, build -> build.verdict() == VerdictKind.REGRESSION),
                share(builds, build -> build.verdict() == VerdictKind.INCONCLUSIVE),
                share(builds, build -> build.verdict() == VerdictKind.INVALID),
                ratio(builds, "p50") + ", " + ratio(builds, "throughput") + ", " + ratio(builds, "cpuPerRequest"),
                naive(builds, 0.05),
                naive(builds, 0.1),
                BenchedBuild.median(
                        builds.stream().mapToDouble(BenchedBuild::screened).toArray()),
                BenchedBuild.median(seconds),
                seconds[seconds.length - 1]);
    }

    private static String ratio(List<BenchedBuild> builds, String metric) {
        double[] ratios = builds.stream()
                .flatMapToDouble(build -> build.ratio(metric).stream())
                .toArray();
        return String.format(Locale.ROOT, "%+.1f %%", 100 * (BenchedBuild.median(ratios) - 1));
    }

    /** Each build against the numbers that the one before it left of its baseline. */
    private static String naive(List<BenchedBuild> builds, double allowed) {
        int failed = 0;
        for (int build = 1; build < builds.size(); build++) {
            failed += builds.get(build).failsAgainst(builds.get(build - 1), allowed) ? 1 : 0;
        }
        return share(failed, builds.size() - 1);
    }

    private static String share(List<BenchedBuild> builds, Predicate<BenchedBuild> hit) {
        return share((int) builds.stream().filter(hit).count(), builds.size());
    }

    private static String share(int hits, int trials) {
        if (trials == 0) {
            return "-";
        }
        Bounds bounds = new ClopperPearson(hits, trials).interval(CONFIDENCE);
        return hits + " of " + trials + " (" + Units.share(bounds.low()) + " to " + Units.share(bounds.high()) + ")";
    }
}
