package io.fetchmark.calibration;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import io.fetchmark.result.ResultFileException;
import io.fetchmark.result.ScenarioResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The ceilings that a run knows of its own machine, and what they say about a result. */
public final class KnownCeilings {

    /** Above this share of its ceiling a client adds to every time a good part that is its own. */
    static final double NEAR = 0.7;

    private final Optional<MachineCeilings> known;

    KnownCeilings(Optional<MachineCeilings> known) {
        this.known = known;
    }

    /**
     * What the file knows of that machine: nothing if there is no file. It is only read.
     *
     * @param warning takes a sentence if the file cannot be used
     */
    public static KnownCeilings read(Path file, Fingerprint machine, Consumer<String> warning) {
        try {
            return new KnownCeilings(CalibrationFile.read(file).of(machine));
        } catch (ResultFileException e) {
            warning.accept("no client is compared with its ceiling: " + e.getMessage());
            return new KnownCeilings(Optional.empty());
        }
    }

    /** A sentence if the client came near its ceiling. A ladder has no rate to compare. */
    public Optional<String> warning(ScenarioResult result) {
        if (result.load() instanceof Load.Ladder) {
            return Optional.empty();
        }
        return known.flatMap(machine -> feature(result.jdk()).flatMap(jdk -> machine.find(result.client(), jdk)))
                .filter(ceiling -> result.throughputPerSecond() > NEAR * ceiling.requestsPerSecond())
                .map(ceiling -> sentence(result, ceiling));
    }

    private static String sentence(ScenarioResult result, Ceiling ceiling) {
        double share = result.throughputPerSecond() / ceiling.requestsPerSecond();
        return result.client() + " ran at " + Units.share(share) + " of its ceiling here ("
                + Units.rate(ceiling.requestsPerSecond()) + " against a trivial target, on Java " + ceiling.jdk()
                + "): what you see is partly the client"
                + (share > 1 ? ", and its ceiling was measured too low: calibrate again on a calm machine" : "");
    }

    private static Optional<Integer> feature(String jdk) {
        try {
            return Optional.of(Runtime.Version.parse(jdk).feature());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
