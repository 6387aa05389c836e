package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.calibration.Calibration;
import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.calibration.Noise;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownNoiseTest {

    private static final Fingerprint HERE = new Fingerprint("a CPU", 2, Optional.empty());
    private static final NginxSpec NGINX = NginxSpec.welcome("nginx");

    @TempDir
    private Path directory;

    @Test
    void aChangeThatTheNoiseHidesIsToldBeforeItIsMeasured() throws Exception {
        calibrate(0.2);
        assertThat(known(HERE).warnings(plan(0.05)))
                .singleElement()
                .asString()
                .startsWith(
                        "home: a change of p50 by 5 % can hardly be detected here within the budget of 1m, rather one of ")
                .contains("raise <budget>, <starts> or <detect>");
    }

    @Test
    void aChangeThatTheNoiseAllowsForIsNot() throws Exception {
        calibrate(0.02);
        assertThat(known(HERE).warnings(plan(0.05))).isEmpty();
    }

    @Test
    void theNoiseOfAnotherMachineSaysNothing() throws Exception {
        calibrate(0.2);
        assertThat(known(new Fingerprint("another CPU", 2, Optional.empty())).warnings(plan(0.05)))
                .isEmpty();
    }

    @Test
    void aFileThatIsMissingOrTornSaysNothing() throws Exception {
        assertThat(known(HERE).warnings(plan(0.05))).isEmpty();
        Files.writeString(file(), "torn");
        assertThat(known(HERE).warnings(plan(0.05))).isEmpty();
    }

    private void calibrate(double sd) throws Exception {
        Noise noise = new Noise(
                "nginx",
                "docker",
                120,
                1,
                4,
                List.of(new Noise.OfMetric(RegressionMetric.P50, sd, sd, sd, 0)),
                List.of(),
                "now");
        CalibrationFile.write(file(), Calibration.NONE.with(HERE, noise));
    }

    private KnownNoise known(Fingerprint machine) {
        return KnownNoise.read(file(), machine);
    }

    private Path file() {
        return directory.resolve("calibration.json");
    }

    private static Plan plan(double detect) {
        Scenario scenario = Scenario.of("home", Request.get("/"), new Load.Closed(4), Client.THREADS)
                .comparedBy(Regression.of(new Gated(RegressionMetric.P50, 0.01, detect)));
        return new Plan(NGINX, Optional.of(new Baseline.Beside(NGINX)), RuntimeChoice.AUTO, 1, List.of(scenario), 1);
    }
}
