package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.fork.CpuSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CpuSplitTest {

    private static final CpuSet FOUR = CpuSet.parse("0-3");

    @Test
    void halvesAreOfClientAndTarget() {
        assertThat(CpuSplit.of(FOUR, Optional.empty())).isEqualTo(split("0,1", "2,3"));
    }

    @Test
    void whatTheUserNamesIsTheTargetsAndTheRestTheClients() {
        assertThat(CpuSplit.of(FOUR, Optional.of(CpuSet.parse("0")))).isEqualTo(split("1-3", "0"));
    }

    @Test
    void theClientMayUseAllIfNothingIsLeft() {
        assertThat(CpuSplit.of(FOUR, Optional.of(FOUR))).isEqualTo(new CpuSplit(Optional.empty(), Optional.of(FOUR)));
    }

    @Test
    void cpusOfAnotherMachineAreNotOurs() {
        assertThat(CpuSplit.of(FOUR, Optional.of(CpuSet.parse("8-9"))))
                .isEqualTo(new CpuSplit(Optional.of(FOUR), Optional.empty()));
    }

    private static CpuSplit split(String client, String target) {
        return new CpuSplit(Optional.of(CpuSet.parse(client)), Optional.of(CpuSet.parse(target)));
    }
}
