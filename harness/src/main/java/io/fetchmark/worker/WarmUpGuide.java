package io.fetchmark.worker;

import java.time.Duration;
import java.util.Optional;

/** Decides, while a load runs, when its warm-up is over. */
@FunctionalInterface
public interface WarmUpGuide {

    /**
     * Hears of a further step of the warm-up, of all workers together.
     *
     * @param step how far the warm-up is, with the exchanges of all steps until now and the median of this one
     * @return once it is decided, when the measured time starts, counted from the start of the load
     */
    Optional<Duration> measureFrom(Progress step);
}
