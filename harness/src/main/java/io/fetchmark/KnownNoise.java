package io.fetchmark;

import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.calibration.MachineCeilings;
import io.fetchmark.calibration.Noise;
import io.fetchmark.gate.Gate;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.ResultFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the noise of this machine, as far as it was calibrated, says of a plan before anything is measured. */
final class KnownNoise {

    private final Optional<Noise> noise;

    private KnownNoise(Optional<Noise> noise) {
        this.noise = noise;
    }

    /** Of that machine; nothing is known if there is no file, or it cannot be read, of which others tell. */
    static KnownNoise read(Path file, Fingerprint machine) {
        try {
            return new KnownNoise(CalibrationFile.read(file).of(machine).flatMap(MachineCeilings::noise));
        } catch (ResultFileException e) {
            return new KnownNoise(Optional.empty());
        }
    }

    /** A sentence for each change to detect that the budget is not likely to allow for. */
    List<String> warnings(Plan plan) {
        List<String> warnings = new ArrayList<>();
        if (plan.tests() == 0 || noise.isEmpty()) {
            return warnings;
        }
        Gate gate = new Gate(plan.tests());
        for (Scenario scenario : plan.scenarios()) {
            scenario.regression().ifPresent(regression -> {
                for (Gated gated : regression.metrics()) {
                    noise.get()
                            .of(gated.metric())
                            .flatMap(known -> warning(gate, scenario, regression, gated, known))
                            .ifPresent(warnings::add);
                }
            });
        }
        return warnings;
    }

    private Optional<String> warning(
            Gate gate, Scenario scenario, Regression regression, Gated gated, Noise.OfMetric known) {
        double pairs = regression.budget().toNanos() / 1e9 / noise.orElseThrow().pairSeconds();
        double smallest = gate.smallestChange(
                gated, (int) Math.max(1, pairs), known.tellingSd(), known.startSd(), regression.starts());
        return smallest <= gated.detect()
                ? Optional.empty()
                : Optional.of(scenario.name() + ": a change of " + gated.metric() + " by "
                        + Units.share(gated.detect())
                        + " can hardly be detected here within the budget of "
                        + Durations.format(regression.budget()) + ", rather one of " + Units.share(smallest)
                        + ", by the noise that fetchmark:calibrate found: raise <budget>, <starts> or <detect>");
    }
}
