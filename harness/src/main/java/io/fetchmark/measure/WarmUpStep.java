package io.fetchmark.measure;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a step of a warm-up says of the target.
 *
 * @param length how long the step was, positive
 * @param requests exchanges that ended in it
 * @param p50Nanos the median of their response times; 0 if there were none
 * @param cpuNanos CPU time of the target in it, if it is metered
 */
public record WarmUpStep(Duration length, long requests, double p50Nanos, OptionalDouble cpuNanos) {

    /** Below this share of a CPU, what a target does beside the load is too much of it. */
    private static final double LEAST_CPU_SHARE = 0.05;

    public WarmUpStep {
        if (length.isZero() || length.isNegative() || requests < 0) {
            throw new IllegalArgumentException("no step of " + length + " has " + requests + " requests");
        }
    }

    /** CPU time of the target by requests; empty if it is not known, or too little to say something. */
    OptionalDouble cpuNanosPerRequest() {
        if (requests == 0 || cpuNanos.orElse(0) < LEAST_CPU_SHARE * length.toNanos()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(cpuNanos.orElse(0) / requests);
    }
}
