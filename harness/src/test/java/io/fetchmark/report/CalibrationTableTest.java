package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.calibration.Ceiling;
import io.fetchmark.plan.Client;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationTableTest {

    @Test
    void aCeilingIsALineUnderItsHeadings() {
        List<String> lines = CalibrationTable.lines(List.of(
                new Ceiling(Client.VIRTUAL_THREADS, 25, 50, 14_600, 68_400, 0.987, "now", "0"),
                new Ceiling(Client.SEQUENTIAL, 17, 1, 1e7, 1e9, 1.02, "now", "0")));

        assertThat(lines)
                .containsExactly(
                        "  client            Java  in flight         ceiling  client CPU a request  of the client's CPUs",
                        "  virtual-threads     25         50        14 600/s               68.4 us                98.7 %",
                        "  sequential          17          1    10 000 000/s                   1 s                 102 %");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(ConsoleTable.COLUMNS));
    }
}
