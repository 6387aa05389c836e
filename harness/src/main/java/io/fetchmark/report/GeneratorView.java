package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one client used of the machine in one scenario, and the target meanwhile, as a line of a table.
 *
 * @param figures a text each, in the order of the table
 */
record GeneratorView(String client, String swatch, List<String> figures) {

    /** Empty for a file of an early version. */
    static Optional<GeneratorView> of(ScenarioResult result) {
        return result.generator()
                .map(generator -> new GeneratorView(
                        result.client().label(), Swatch.of(Ink.of(result.client())), figures(result, generator)));
    }

    private static List<String> figures(ScenarioResult result, Generator generator) {
        return List.of(
                result.startLatenessNanos()
                        .filter(any -> result.requests() > 0)
                        .map(lateness -> Units.time((double) lateness.p99()))
                        .orElse("–"),
                percent(generator.cpuShare()) + " of " + Units.count(generator.cpus()),
                percent(generator.gcShare()),
                percent(generator.throttledShare()),
                percent(generator.stealShare()),
                percent(generator.otherShare()),
                result.targetUse()
                        .map(use -> target(use, result.durationSeconds()))
                        .orElse("–"));
    }

    private static String target(TargetUse use, double seconds) {
        OptionalDouble share = use.cpuShare(seconds);
        return share.isPresent()
                ? percent(share) + " of " + Units.factor(use.cpus().orElse(1))
                : Units.factor(use.busyCpus(seconds));
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "–";
    }

    private static String percent(double share) {
        return Units.share(Math.round(share * 1000) / 1000.0);
    }
}
