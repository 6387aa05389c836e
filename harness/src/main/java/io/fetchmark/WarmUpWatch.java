package io.fetchmark;

import io.fetchmark.measure.SteadyStateDetector;
import io.fetchmark.measure.Units;
import io.fetchmark.measure.Unsettled;
import io.fetchmark.measure.WarmUpBounds;
import io.fetchmark.measure.WarmUpStep;
import io.fetchmark.result.WarmUp;
import io.fetchmark.worker.Progress;
import io.fetchmark.worker.WarmUpGuide;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Lets the warm-up of a load go on until its target is steady, within the bounds. It is decided a step ahead, so that a target
 * that is steady by then is measured right after the least. One thread uses it.
 */
final class WarmUpWatch implements WarmUpGuide {

    /** For the order to arrive. */
    private static final double LEAST_LEAD_SECONDS = 0.1;

    private final WarmUpBounds bounds;
    private final Supplier<OptionalLong> cpuNanos;
    private final SteadyStateDetector detector = new SteadyStateDetector();
    private OptionalLong cpuBefore;
    private long requestsBefore;
    private double secondsBefore;
    private int steps;
    private Optional<Duration> decided = Optional.empty();

    /** @param cpuNanos CPU time of the target until now, where that can be told at once */
    WarmUpWatch(WarmUpBounds bounds, Supplier<OptionalLong> cpuNanos) {
        this.bounds = bounds;
        this.cpuNanos = cpuNanos;
        this.cpuBefore = cpuNanos.get();
    }

    @Override
    public Optional<Duration> measureFrom(Progress step) {
        OptionalLong cpu = cpuNanos.get();
        double length = step.elapsedSeconds() - secondsBefore;
        // Two workers may tell of one step twice, where one of them is late.
        if (decided.isPresent() || length < bounds.step().toNanos() / 2e9) {
            return decided;
        }
        detector.add(new WarmUpStep(
                Duration.ofNanos((long) (length * 1e9)),
                Math.max(0, step.requests() - requestsBefore),
                step.p50Nanos(),
                cpu.isPresent() && cpuBefore.isPresent()
                        ? OptionalDouble.of((double) cpu.getAsLong() - cpuBefore.getAsLong())
                        : OptionalDouble.empty()));
        steps++;
        cpuBefore = cpu;
        requestsBefore = step.requests();
        secondsBefore = step.elapsedSeconds();
        decided = decide(next(step.elapsedSeconds()));
        return decided;
    }

    /** How it went; the least where nothing was to be decided. */
    WarmUp outcome() {
        double seconds = decided.orElse(bounds.least()).toNanos() / 1e9;
        return new WarmUp(
                seconds,
                decided.isPresent() && detector.canTell() ? Optional.of(detector.isSteady()) : Optional.empty());
    }

    /** A sentence if the target was not steady when it ended. */
    Optional<String> caution() {
        return detector.unsettled()
                .filter(unsettled -> outcome().endedTooEarly())
                .map(Unsettled::words)
                .map(words -> "the target was not steady when the warm-up ended after "
                        + Units.seconds(outcome().seconds()) + ": " + words
                        + ", so that the figures may be of its warm-up; a longer <warmUp> gives it more time");
    }

    private Optional<Duration> decide(Duration next) {
        boolean told = steps > SteadyStateDetector.LEAST_STEPS && !detector.canTell();
        boolean over = detector.isSteady() || told || next.compareTo(bounds.most()) >= 0;
        return over && next.compareTo(bounds.least()) >= 0 ? Optional.of(next) : Optional.empty();
    }

    /** The end of the step that has begun, or of the one after it, if that is too near. */
    private Duration next(double elapsedSeconds) {
        double step = bounds.step().toNanos() / 1e9;
        double end = Math.ceil((elapsedSeconds + LEAST_LEAD_SECONDS) / step) * step;
        double least = bounds.least().toNanos() / 1e9;
        // A target that is steady is measured right after what was asked for, be that a whole number of steps or not.
        return end >= least && end - least < step && elapsedSeconds + LEAST_LEAD_SECONDS <= least
                ? bounds.least()
                : Duration.ofNanos(Math.round(end * 1e9));
    }
}
