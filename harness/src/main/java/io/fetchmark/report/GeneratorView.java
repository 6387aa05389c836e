package io.fetchmark.report;

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
    static Optional<GeneratorView> of(ScenarioResult result, Language language) {
        return result.generator()
                .map(generator -> new GeneratorView(
                        result.client().label(),
                        Swatch.of(Ink.of(result.client())),
                        figures(result, generator, language)));
    }

    private static List<String> figures(ScenarioResult result, Generator generator, Language language) {
        return List.of(
                result.startLatenessNanos()
                        .filter(any -> result.requests() > 0)
                        .map(lateness -> language.time((double) lateness.p99()))
                        .orElse("–"),
                language.say("share-of", percent(generator.cpuShare(), language), language.count(generator.cpus())),
                percent(generator.gcShare(), language),
                percent(generator.throttledShare(), language),
                percent(generator.stealShare(), language),
                percent(generator.otherShare(), language),
                result.targetUse()
                        .map(use -> target(use, result.durationSeconds(), language))
                        .orElse("–"));
    }

    private static String target(TargetUse use, double seconds, Language language) {
        OptionalDouble share = use.cpuShare(seconds);
        return share.isPresent()
                ? language.say(
                        "share-of",
                        percent(share, language),
                        language.factor(use.cpus().orElse(1)))
                : language.factor(use.busyCpus(seconds));
    }

    private static String percent(OptionalDouble share, Language language) {
        return share.isPresent() ? percent(share.getAsDouble(), language) : "–";
    }

    private static String percent(double share, Language language) {
        return language.share(Math.round(share * 1000) / 1000.0);
    }
}
