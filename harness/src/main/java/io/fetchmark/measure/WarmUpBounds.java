package io.fetchmark.measure;

import java.time.Duration;

/**
 * How long a warm-up may last: at least what was asked for, and until the target is steady, but not for ever.
 *
 * @param least what was asked for, 0 or longer
 * @param most not shorter than that
 */
public record WarmUpBounds(Duration least, Duration most) {

    private static final int MOST_TIMES = 10;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_STEP = Duration.ofMillis(250);
    private static final Duration LONGEST_STEP = Duration.ofMillis(500);

    public WarmUpBounds {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("no warm-up lasts for " + least + " to " + most);
        }
    }

    /** At most ten times what was asked for, or a minute, whichever is more. Where none was asked for there is none. */
    public static WarmUpBounds of(Duration least) {
        Duration times = least.multipliedBy(MOST_TIMES);
        return new WarmUpBounds(least, least.isZero() || times.compareTo(MINUTE) > 0 ? times : MINUTE);
    }

    /** Whether it goes on until the target is steady; one that is shorter than a second is what its user wants. */
    public boolean goesOn() {
        return least.compareTo(SHORTEST) >= 0;
    }

    /**
     * In which steps it is looked at: so short that a steady target can be told when {@link #least} is over, but not so short
     * that a decline hides in what chance makes of each.
     */
    public Duration step() {
        Duration part = least.dividedBy(SteadyStateDetector.LEAST_STEPS + 1);
        if (part.compareTo(SHORTEST_STEP) < 0) {
            return SHORTEST_STEP;
        }
        return part.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : part;
    }
}
