package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.calibration.Calibration;
import io.fetchmark.calibration.CalibrationFile;
import io.fetchmark.calibration.Ceiling;
import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
final class CalibratorTest {

    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void everyClientOfThisMachineHasACeilingThatIsKept() throws Exception {
        List<Ceiling> ceilings = new Calibrator(options(), listener()).calibrate(Duration.ofSeconds(3));

        assertThat(ceilings)
                .extracting(Ceiling::client)
                .contains(Client.SEQUENTIAL, Client.THREADS, Client.ASYNC)
                .isSorted();
        assertThat(ceilings).allSatisfy(ceiling -> {
            assertThat(ceiling.requestsPerSecond()).isPositive();
            assertThat(ceiling.cpuNanosPerRequest()).isPositive();
            assertThat(ceiling.cpuShare()).isPositive();
            assertThat(ceiling.jdk()).isGreaterThanOrEqualTo(ceiling.client().minimumJdk());
        });
        assertThat(CalibrationFile.read(file()).machines())
                .singleElement()
                .satisfies(machine -> assertThat(machine.ceilings()).isEqualTo(ceilings));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aFileThatCannotBeReadStopsItBeforeAnythingIsMeasured() throws Exception {
        Files.writeString(file(), "{\"schemaVersion\":9}");

        assertThatThrownBy(() -> new Calibrator(options(), listener()).calibrate(Duration.ofHours(1)))
                .isInstanceOf(MeasurementException.class)
                .hasMessageContaining("has schemaVersion 9")
                .hasMessageContaining("delete it");
        assertThat(file()).hasContent("{\"schemaVersion\":9}");
    }

    @Test
    void aRunWarnsOfAFileThatItCannotReadAndLeavesIt() throws Exception {
        Files.writeString(file(), "torn");

        new Harness(options(), listener()).run(plan());

        assertThat(warnings).anySatisfy(warning -> assertThat(warning).startsWith("no client is compared"));
        assertThat(file()).hasContent("torn");
    }

    @Test
    void aRunComparesItsClientsWithTheirCeilings() throws Exception {
        // The same machine, whose client would do only one request a second.
        new Calibrator(options(), listener()).calibrate(Duration.ofMillis(300));
        Calibration known = CalibrationFile.read(file());
        Ceiling low = new Ceiling(Client.SEQUENTIAL, Runtime.version().feature(), 1, 1, 1, 1, "now", "0");
        CalibrationFile.write(file(), known.with(known.machines().get(0).machine(), List.of(low)));

        assertThat(new Harness(options(), listener())
                        .run(plan())
                        .results()
                        .get(0)
                        .warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("sequential ran at ")
                        .contains("of its ceiling here (1/s against a trivial target"));
        assertThat(CalibrationFile.read(file()).machines()).hasSize(1);
    }

    private static Plan plan() {
        Scenario scenario = Scenario.of("home", Request.get("/"), new Load.Closed(1), Client.SEQUENTIAL)
                .lasting(Duration.ofMillis(500), Duration.ofSeconds(3));
        return new Plan(NginxSpec.welcome("unused"), RuntimeChoice.EMBEDDED, List.of(scenario), 42);
    }

    private HarnessOptions options() {
        return new HarnessOptions(
                directory.resolve("run"),
                HarnessOptions.in(directory).classPath(),
                Jdk.running(),
                List.of(),
                List.of(),
                file(),
                Optional.empty());
    }

    private Path file() {
        return directory.resolve("calibration.json");
    }

    private RunListener listener() {
        return new RunListener() {
            @Override
            public void warning(String sentence) {
                warnings.add(sentence);
            }
        };
    }
}
