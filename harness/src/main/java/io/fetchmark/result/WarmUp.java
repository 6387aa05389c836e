package io.fetchmark.result;

import java.util.Optional;

/**
 * How a target was warmed up.
 *
 * @param seconds how long, at least the time that was asked for
 * @param steady whether the target was steady when it ended; absent where that could not be told, as there was none, or it
 *     was too short, or too few exchanges ended
 */
public record WarmUp(double seconds, Optional<Boolean> steady) {

    public WarmUp {
        if (!(seconds >= 0 && Double.isFinite(seconds))) {
            throw new IllegalArgumentException("must be 0 or longer, was " + seconds);
        }
    }

    /** Whether the target still changed when it ended. */
    public boolean endedTooEarly() {
        return steady.filter(settled -> !settled).isPresent();
    }

    /** Of two warm-ups, the longer one, steady only if both were. */
    public WarmUp and(WarmUp other) {
        Optional<Boolean> both =
                endedTooEarly() || other.endedTooEarly() ? Optional.of(false) : steady.flatMap(one -> other.steady);
        return new WarmUp(Math.max(seconds, other.seconds), both);
    }
}
