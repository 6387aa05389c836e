package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Load;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetLimits;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.result.TargetUse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Runs of ten seconds. */
final class TargetWarningsTest {

    private static final TargetFacts HELD = facts(Optional.of("1"), Optional.empty());
    private static final TargetFacts FREE = facts(Optional.empty(), Optional.empty());
    private static final long MEGABYTE = 1 << 20;

    @Test
    void aQuietMachineHasNone() {
        assertThat(warnings(result(0.05, 100, 0.05, 0.1), HELD)).isEmpty();
        assertThat(warnings(OpenLoads.calm().result(), HELD)).as("not metered").isEmpty();
    }

    @Test
    void aThrottledTargetIsSaidWithItsQuota() {
        TargetFacts half = facts(Optional.of("1"), limits(OptionalDouble.of(0.5), OptionalLong.empty()));

        assertThat(warnings(result(0.4, 100, 0, 0), half))
                .containsExactly(
                        "its quota of 0.5 CPUs stopped the target for 40 % of the time, so the figures are those"
                                + " of the quota: raise <cpus>, unless it is what you mean to measure");
        assertThat(warnings(result(0.4, 100, 0, 0), HELD))
                .as("the quota of a group around it")
                .hasSize(1);
    }

    @Test
    void aTargetAtItsMemoryLimitIsSaid() {
        TargetFacts small = facts(Optional.of("1"), limits(OptionalDouble.empty(), OptionalLong.of(64 * MEGABYTE)));

        assertThat(warnings(result(0, 64, 0, 0), small))
                .containsExactly("the target came to its memory limit, 64m with the page cache of its files, so it may"
                        + " have waited for memory: raise <memory>");
        assertThat(warnings(result(0, 63, 0, 0), small)).isEmpty();
    }

    @Test
    void aNoisyMachineIsSaidWithItsShares() {
        assertThat(warnings(result(0, 100, 0.07, 0.12), HELD))
                .containsExactly(
                        "the hypervisor took 7 % of the target's CPU (steal): measure on a machine of its own, or at"
                                + " another time",
                        "other processes used 12 % of the target's CPU: end them, and measure again");
    }

    @Test
    void ofATargetThatMayUseAllCpusTheSharesAreOfAll() {
        assertThat(TargetWarnings.of(result(0, 100, 0.3, 0.3), FREE, 2))
                .as("of steal the client tells")
                .containsExactly("other processes used 15 % of the machine's CPUs: end them, and measure again");
        assertThat(TargetWarnings.of(result(0, 100, 0.3, 0.3), FREE, 4)).isEmpty();
    }

    @Test
    void aTargetThatStillWarmsUpIsSaid() {
        OpenLoads closed = OpenLoads.calm().of(new Load.Closed(10), 10_000);

        assertThat(warnings(closed.metered(0.9, 0.85, 0.8, 0.7, 0.68, 0.66, 0.64, 0.6, 0.6, 0.6), HELD))
                .containsExactly("the target was still warming up while it was measured: a request took 850 us of its"
                        + " CPU time in the first third and 600 us in the last; set a longer <warmUp>");
        assertThat(warnings(closed.metered(OpenLoads.constant(0.9)), HELD)).isEmpty();
        assertThat(warnings(closed.metered(0.04, 0.04, 0.04, 0.03, 0.03, 0.03, 0.03, 0.02, 0.02, 0.02), HELD))
                .as("too light a load to say")
                .isEmpty();
    }

    private static List<String> warnings(ScenarioResult result, TargetFacts target) {
        return TargetWarnings.of(result, target, 2);
    }

    private static Optional<TargetLimits> limits(OptionalDouble cpus, OptionalLong memory) {
        return Optional.of(new TargetLimits(cpus, memory));
    }

    /** In shares of ten seconds, and in MiB. */
    private static ScenarioResult result(double throttled, long memory, double steal, double others) {
        return OpenLoads.calm()
                .metered(new TargetUse(
                        MeterSource.CGROUP,
                        OptionalDouble.of(1),
                        1_000_000_000,
                        OptionalLong.of(Math.round(throttled * 10e9)),
                        OptionalLong.of(memory * MEGABYTE),
                        OptionalLong.of(Math.round(steal * 10e9)),
                        OptionalLong.of(Math.round(others * 10e9))));
    }

    private static TargetFacts facts(Optional<String> cpus, Optional<TargetLimits> limits) {
        return new TargetFacts(
                "nginx",
                TargetRuntime.DOCKER,
                NetworkPath.HOST,
                URI.create("http://127.0.0.1:40195"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cpus,
                limits,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
