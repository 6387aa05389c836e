package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CpuSetTest {

    @Test
    void readsWhatTheKernelWrites() {
        assertThat(CpuSet.parse("0-3,8").cpus()).containsExactly(0, 1, 2, 3, 8);
        assertThat(CpuSet.parse("5").cpus()).containsExactly(5);
    }

    @Test
    void isInOrderAndWithoutRepetition() {
        assertThat(CpuSet.parse("8,0-1,1")).hasToString("0,1,8").isEqualTo(new CpuSet(List.of(0, 1, 8)));
    }

    @Test
    void theHalvesShareNoCpuAndLeaveNoneOut() {
        CpuSet five = CpuSet.parse("0-4");
        assertThat(five.firstHalf()).hasToString("0,1,2");
        assertThat(five.secondHalf()).hasToString("3,4");
    }

    @Test
    void aSingleCpuIsBothHalves() {
        CpuSet one = CpuSet.parse("3");
        assertThat(one.firstHalf()).isEqualTo(one);
        assertThat(one.secondHalf()).isEqualTo(one);
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> new CpuSet(List.of())).hasMessage("must hold at least one CPU, was empty");
    }

    @Test
    void knowsTheCpusOfThisProcess() {
        assumeTrue(System.getProperty("os.name", "").equals("Linux"), "only Linux tells its CPUs here");
        assertThat(CpuSet.allowed().orElseThrow().cpus())
                .hasSize(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void aForkedJvmIsHeldToItsCpusAndKnowsHowManyTheyAre() throws Exception {
        assumeTrue(Launch.canPin(), "taskset is missing here");
        CpuSet one = CpuSet.allowed().orElseThrow().secondHalf();
        Launch any = TalkingChild.launch();
        Launch pinned = new Launch(
                any.jdk(),
                any.classPath(),
                any.options(),
                any.mainClass(),
                java.util.Optional.of(one),
                any.environment());
        try (ForkedJvm child = ForkedJvm.start(pinned, line -> {})) {
            child.send("cpus ");
            assertThat(child.receive()).hasValue(one.toString());
            child.send("processors ");
            assertThat(child.receive()).hasValue(Integer.toString(one.cpus().size()));
        }
    }
}
