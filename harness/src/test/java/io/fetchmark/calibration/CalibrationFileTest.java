package io.fetchmark.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.plan.Client;
import io.fetchmark.result.ResultFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CalibrationFileTest {

    private static final Fingerprint HERE = new Fingerprint("Xeon", 2, Optional.of("0"));
    private static final Fingerprint ALL_CPUS = new Fingerprint("Xeon", 2, Optional.empty());

    @TempDir
    private Path directory;

    @Test
    void whatWasWrittenIsReadAndNothingElseIsLeft() throws Exception {
        Path file = directory.resolve("deep/calibration.json");
        Calibration calibration = Calibration.NONE.with(
                HERE, List.of(ceiling(Client.ASYNC, 17, 12_345.5), ceiling(Client.THREADS, 17, 9)));

        CalibrationFile.write(file, calibration);
        CalibrationFile.write(file, calibration);

        assertThat(CalibrationFile.read(file)).isEqualTo(calibration);
        try (Stream<Path> files = Files.list(directory.resolve("deep"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void noFileIsNoCalibration() throws Exception {
        assertThat(CalibrationFile.read(directory.resolve("missing.json"))).isEqualTo(Calibration.NONE);
    }

    @Test
    void aTornForeignOrNewerFileIsRefusedWithWhatCanBeDone() throws Exception {
        Path file = directory.resolve("calibration.json");
        for (String text :
                List.of("", "{", "null", "{}", "{\"schemaVersion\":1}", "{\"schemaVersion\":2,\"machines\":[]}")) {
            Files.writeString(file, text);

            assertThatThrownBy(() -> CalibrationFile.read(file))
                    .as(text)
                    .isInstanceOf(ResultFileException.class)
                    .hasMessageContaining("calibration.json")
                    .hasMessageContaining("delete it and calibrate again");
        }
    }

    @Test
    void fieldsOfALaterWriterArePassedOver() throws Exception {
        Path file = directory.resolve("calibration.json");
        Files.writeString(file, "{\"schemaVersion\":1,\"machines\":[],\"noiseFloors\":[1]}");

        assertThat(CalibrationFile.read(file).machines()).isEmpty();
    }

    @Test
    void newerCeilingsTakeThePlaceOfThoseOfTheSameClientAndJava() {
        Ceiling other = ceiling(Client.ASYNC, 21, 7);
        Calibration calibration = Calibration.NONE
                .with(ALL_CPUS, List.of(ceiling(Client.ASYNC, 17, 1)))
                .with(HERE, List.of(ceiling(Client.ASYNC, 17, 2), other))
                .with(HERE, List.of(ceiling(Client.ASYNC, 17, 3)));

        assertThat(calibration.of(HERE).orElseThrow().ceilings()).containsExactly(other, ceiling(Client.ASYNC, 17, 3));
        assertThat(calibration.of(ALL_CPUS).orElseThrow().ceilings()).containsExactly(ceiling(Client.ASYNC, 17, 1));
        assertThat(calibration.of(new Fingerprint("Xeon", 4, Optional.of("0")))).isEmpty();
    }

    @Test
    void theFileOfAUserIsInTheCache() {
        assertThat(CalibrationFile.ofUser(Map.of("XDG_CACHE_HOME", "/cache")))
                .isEqualTo(Path.of("/cache/fetchmark/calibration.json"));
        Path usual = Path.of(System.getProperty("user.home", ""), ".cache/fetchmark/calibration.json");
        assertThat(CalibrationFile.ofUser(Map.of())).isEqualTo(usual);
        assertThat(CalibrationFile.ofUser(Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(usual);
    }

    static Ceiling ceiling(Client client, int jdk, double perSecond) {
        return new Ceiling(client, jdk, 50, perSecond, 65_000, 0.98, "2026-11-22T14:30:00Z", "0.1.0");
    }
}
