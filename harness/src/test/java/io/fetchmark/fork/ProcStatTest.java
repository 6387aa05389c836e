package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcStatTest {

    private static final String TEXT = """
            cpu  300 30 60 3000 15 6 9 24 3 0
            cpu0 100 10 20 1000 5 2 3 8 1 0
            cpu1 200 20 40 2000 10 4 6 16 2 0
            cpu10 1 1 1 1 1 1 1 1 1 1
            intr 12524107 0 0
            ctxt 1990473
            """;

    @Test
    void busyIsWhatIsNeitherIdleNorWaitingNorStolen() {
        assertThat(new ProcStat(TEXT).busyNanos(List.of(0))).hasValue((100 + 10 + 20 + 2 + 3) * 10_000_000L);
    }

    @Test
    void onlyTheCpusThatAreAskedForCount() {
        assertThat(new ProcStat(TEXT).stealNanos(List.of(1))).hasValue(160_000_000);
        assertThat(new ProcStat(TEXT).stealNanos(List.of(0, 1))).hasValue(240_000_000);
        assertThat(new ProcStat(TEXT).stealNanos(List.of(10))).hasValue(10_000_000);
    }

    @Test
    void aCpuThatIsNotThereIsNotKnown() {
        assertThat(new ProcStat(TEXT).busyNanos(List.of(0, 7))).isEmpty();
    }

    @Test
    void anotherTextSaysNothing() {
        for (String text : List.of("", "cpu0", "cpu0 1 2 3", "cpu0 a b c d e f g h", "<html>")) {
            assertThat(new ProcStat(text).busyNanos(List.of(0))).as(text).isEmpty();
            assertThat(new ProcStat(text).stealNanos(List.of(0))).as(text).isEmpty();
        }
    }
}
