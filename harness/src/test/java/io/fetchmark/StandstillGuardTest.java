package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class StandstillGuardTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aFailureOfAMachineThatWentOnIsAFailure() {
        assertThatThrownBy(() -> StandstillGuard.run(this::fail, this::succeed, () -> false))
                .hasMessage("failed");
        assertThat(runs).hasValue(1);
    }

    @Test
    void aFailureOfAMachineThatStoodStillIsTriedAgain() throws Throwable {
        StandstillGuard.run(this::fail, this::succeed, () -> true);

        assertThat(runs).hasValue(2);
    }

    @Test
    void aTestThatAlwaysFailsFails() {
        assertThatThrownBy(() -> StandstillGuard.run(this::fail, this::fail, () -> true))
                .hasMessage("failed");
        assertThat(runs).hasValue(StandstillGuard.MOST_RUNS);
    }

    @Test
    void aTestThatIsSkippedIsNotTriedAgain() {
        StandstillGuard.Run skip = () -> {
            runs.incrementAndGet();
            throw new TestAbortedException();
        };

        assertThatThrownBy(() -> StandstillGuard.run(skip, this::fail, () -> true))
                .isInstanceOf(TestAbortedException.class);
        assertThat(runs).hasValue(1);
    }

    private void fail() {
        runs.incrementAndGet();
        throw new AssertionError("failed");
    }

    private void succeed() {
        runs.incrementAndGet();
    }
}
