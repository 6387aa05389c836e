package io.fetchmark.arrival;

import io.fetchmark.plan.Load;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The intended instants of an open load, one after the other. Not for use by several threads.
 */
public interface ArrivalSchedule {

    /** What {@link #next} gives after the last arrival. */
    long NONE = Long.MAX_VALUE;

    /**
     * The next intended instant, in nanoseconds after the start of the schedule, never before the one given last;
     * {@link #NONE} after the last.
     */
    long next();

    /** Whether it is not known yet when it ends, so that nobody may wait long for an arrival. */
    default boolean isOpen() {
        return false;
    }

    /** Whether an arrival is not to be started any more, as the schedule has ended since it was given. */
    default boolean isOver(long arrival) {
        return false;
    }

    /**
     * The arrivals of an open load.
     *
     * @param duration no arrival is due at or after this time
     * @param random where the gaps come from, if the arrivals are random; used by nobody else
     */
    static ArrivalSchedule of(Load.Open load, Duration duration, RandomGenerator random) {
        return switch (load.arrivals()) {
            case UNIFORM -> new UniformArrivals(load.arrivalRate(), duration.toNanos());
            case POISSON -> new PoissonArrivals(load.arrivalRate(), duration.toNanos(), random);
        };
    }
}
