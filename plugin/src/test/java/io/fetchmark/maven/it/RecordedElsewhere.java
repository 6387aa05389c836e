package io.fetchmark.maven.it;

import io.fetchmark.baseline.BaselineFile;
import io.fetchmark.baseline.RecordedComparison;
import io.fetchmark.baseline.RecordedMetric;
import io.fetchmark.baseline.RecordedRun;
import io.fetchmark.measure.Distribution;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Environment;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.result.TimeSummary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A recorded baseline of a machine that is not this one. Nothing in it was measured. */
public final class RecordedElsewhere {

    private static final long TARGET_NANOS = 1_000;
    private static final long REFERENCE_NANOS = 100_000;
    private static final int PAIRS = 10;

    private RecordedElsewhere() {}

    /** Writes a file of so many runs, in each of which the target was a hundred times as fast as the reference. */
    public static void write(Path directory, int runs) throws IOException, ResultFileException {
        for (int day = 0; day < runs; day++) {
            Instant startedAt = Instant.parse("2026-01-01T12:00:00Z").plus(Duration.ofDays(day));
            BaselineFile.add(directory, run(startedAt.toString()));
        }
    }

    private static RecordedRun run(String startedAt) {
        Environment environment = new Environment(
                startedAt,
                "0.1.0",
                "A CPU that nobody has",
                3,
                "Linux",
                "6.1.0",
                "17.0.15",
                Optional.empty(),
                Optional.empty(),
                42,
                "0".repeat(64),
                Optional.empty());
        TargetFacts nginx = new TargetFacts(
                "nginx",
                TargetRuntime.EMBEDDED,
                NetworkPath.LOOPBACK,
                URI.create("http://127.0.0.1:40195"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new RecordedRun(startedAt, Optional.empty(), environment, nginx, nginx, List.of(comparison()));
    }

    private static RecordedComparison comparison() {
        Distribution target = Distribution.of(TARGET_NANOS);
        Distribution reference = Distribution.of(REFERENCE_NANOS);
        RecordedMetric p50 = new RecordedMetric(
                RegressionMetric.P50,
                Math.log((double) TARGET_NANOS / REFERENCE_NANOS),
                Collections.nCopies(PAIRS, (double) TARGET_NANOS),
                Collections.nCopies(PAIRS, (double) REFERENCE_NANOS));
        return new RecordedComparison(
                "home-page",
                Client.THREADS,
                new Load.Closed(2),
                "0".repeat(64),
                0.25,
                List.of(p50),
                TimeSummary.of(target),
                TimeSummary.of(reference),
                target.encode(),
                reference.encode());
    }
}
