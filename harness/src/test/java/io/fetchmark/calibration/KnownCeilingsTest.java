package io.fetchmark.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.ScenarioResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture's {@code async} fetched 970 times a second on Java 17. */
final class KnownCeilingsTest {

    private static final Fingerprint HERE = Fingerprint.of(ResultFixtures.run().environment());
    private static final ScenarioResult RESULT =
            ResultFixtures.run().find("home-page", Client.ASYNC).orElseThrow();

    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void aClientNearItsCeilingIsSaidWithItsFigures() throws Exception {
        assertThat(known(Client.ASYNC, 17, 1212.5).warning(RESULT))
                .contains("async ran at 80 % of its ceiling here (1210/s against a trivial target, on Java 17): what"
                        + " you see is partly the client");
    }

    @Test
    void aCeilingThatWasExceededIsToBeMeasuredAgain() throws Exception {
        assertThat(known(Client.ASYNC, 17, 485).warning(RESULT).orElseThrow())
                .startsWith("async ran at 200 % of its ceiling here")
                .endsWith("its ceiling was measured too low: calibrate again on a calm machine");
    }

    @Test
    void aClientFarFromItsCeilingIsNot() throws Exception {
        assertThat(known(Client.ASYNC, 17, 1400).warning(RESULT)).isEmpty();
    }

    @Test
    void theCeilingOfAnotherClientOrJavaSaysNothing() throws Exception {
        assertThat(known(Client.THREADS, 17, 1).warning(RESULT)).isEmpty();
        assertThat(known(Client.ASYNC, 21, 1).warning(RESULT)).isEmpty();
    }

    @Test
    void aLadderHasNoRate() throws Exception {
        ScenarioResult ladder =
                ResultFixtures.run().find("ladder", Client.ASYNC).orElseThrow();

        assertThat(known(Client.ASYNC, 17, 1).warning(ladder)).isEmpty();
    }

    @Test
    void withoutAFileNothingIsSaid() {
        KnownCeilings none = KnownCeilings.read(directory.resolve("missing.json"), HERE, warnings::add);

        assertThat(none.warning(RESULT)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatCannotBeUsedIsSaidAndStaysAsItIs() throws Exception {
        Path file = directory.resolve("calibration.json");
        for (String text : List.of("torn", "{\"schemaVersion\":7}")) {
            Files.writeString(file, text);

            assertThat(KnownCeilings.read(file, HERE, warnings::add).warning(RESULT))
                    .isEmpty();
            assertThat(file).hasContent(text);
        }
        assertThat(warnings)
                .hasSize(2)
                .allSatisfy(
                        warning -> assertThat(warning).startsWith("no client is compared with its ceiling: " + file));
        assertThat(warnings.get(1)).contains("has schemaVersion 7");
    }

    private KnownCeilings known(Client client, int jdk, double perSecond) throws Exception {
        Path file = directory.resolve("calibration.json");
        Fingerprint elsewhere = new Fingerprint("another", 2, Optional.empty());
        CalibrationFile.write(
                file,
                Calibration.NONE
                        .with(HERE, List.of(CalibrationFileTest.ceiling(client, jdk, perSecond)))
                        .with(elsewhere, List.of(CalibrationFileTest.ceiling(Client.ASYNC, 17, 1))));
        return KnownCeilings.read(file, HERE, warnings::add);
    }
}
