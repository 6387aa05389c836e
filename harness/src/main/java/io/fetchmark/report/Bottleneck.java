package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ScenarioResult;
import java.util.Optional;

/** Who had no CPU time left under a closed load, which asks for all that client and target can do: in a sentence. */
final class Bottleneck {

    /** From here on a program has its CPUs to itself as far as a machine allows. */
    private static final double FULL = 0.9;

    private Bottleneck() {}

    /** Empty for another load, where not both shares are known, and where neither was at its end. */
    static Optional<String> sentence(ScenarioResult result) {
        if (!(result.load() instanceof Load.Closed) || result.generator().isEmpty()) {
            return Optional.empty();
        }
        Generator client = result.generator().get();
        return result.targetUse()
                .map(use -> use.cpuShare(result.durationSeconds()))
                .filter(target -> target.isPresent())
                .flatMap(target -> words(client.cpuShare(), target.getAsDouble()))
                .map(words -> result.client() + ": " + words);
    }

    private static Optional<String> words(double client, double target) {
        String shares = " (client " + percent(client) + " of its CPU time, target " + percent(target) + ")";
        if (client >= FULL && target >= FULL) {
            return Optional.of("client and target both had no CPU time left" + shares + ".");
        }
        if (target >= FULL) {
            return Optional.of("the target was the bottleneck" + shares + ".");
        }
        return client >= FULL
                ? Optional.of("the client was the bottleneck" + shares + ", so the target can do more.")
                : Optional.empty();
    }

    private static String percent(double share) {
        return Units.share(Math.round(share * 100) / 100.0);
    }
}
