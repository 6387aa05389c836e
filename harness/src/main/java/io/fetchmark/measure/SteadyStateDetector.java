package io.fetchmark.measure;

import java.util.Optional;

/**
 * Whether a target is warm, by the steps of its warm-up: both its response times and, where it is metered and has something
 * to do, its CPU time a request have settled. The times alone do not do: a JVM that compiles on a CPU of its own may answer as
 * fast as it will afterwards, at twice the cost. Not for use by several threads.
 */
public final class SteadyStateDetector {

    /** From so many steps on it can be told. */
    public static final int LEAST_STEPS = 7;

    /** Instances of one program differ by some percent in what a request costs; one that still compiles, by more. */
    private static final double ABOVE_SIBLINGS = 1.25;

    private final FigureCourse times = new FigureCourse();
    private final FigureCourse cpu = new FigureCourse();

    /** A further step, as long as those before. */
    public void add(WarmUpStep step) {
        if (step.requests() > 0) {
            times.add(step.p50Nanos());
            step.cpuNanosPerRequest().ifPresent(cpu::add);
        }
    }

    /** Whether there were enough steps in which something ended. */
    public boolean canTell() {
        return times.steps() >= LEAST_STEPS;
    }

    /** Whether the target is steady; not as long as nothing can be told. */
    public boolean isSteady() {
        return times.hasSettled() && (!isMetered() || cpu.hasSettled());
    }

    /**
     * Whether a request costs clearly more than with another instance of the same program under the same load, in CPU time
     * of the target where that is known of both, so that one of them has still to settle.
     */
    public boolean isAbove(SteadyStateDetector sibling) {
        if (isMetered() && sibling.isMetered()) {
            return cpu.last() > sibling.cpu.last() * ABOVE_SIBLINGS;
        }
        return canTell() && sibling.canTell() && times.last() > sibling.times.last() * ABOVE_SIBLINGS;
    }

    /** What has not settled: CPU time if that has not, else the times; empty if it is steady or nothing can be told. */
    public Optional<Unsettled> unsettled() {
        if (!canTell() || isSteady()) {
            return Optional.empty();
        }
        if (isMetered() && !cpu.hasSettled()) {
            return Optional.of(new Unsettled(Unsettled.Figure.CPU_PER_REQUEST, cpu.before(), cpu.last()));
        }
        return Optional.of(new Unsettled(Unsettled.Figure.P50, times.before(), times.last()));
    }

    private boolean isMetered() {
        return cpu.steps() >= LEAST_STEPS;
    }
}
