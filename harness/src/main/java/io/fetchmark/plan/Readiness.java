package io.fetchmark.plan;

import java.time.Duration;

/**
 * When something that was started counts as ready.
 *
 * @param sign what shows it
 * @param timeout how long that may take from its start, 1 s to 1 h
 */
public record Readiness(ReadySign sign, Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

    /** The root answers within a minute. */
    public static final Readiness ROOT = of("/");

    public Readiness {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidValue("ready", "must have a time-out from 1s to 1h, was " + Durations.format(timeout));
        }
    }

    /** That path, within a minute. */
    public static Readiness of(String path) {
        return by(new ReadySign.Answers(path));
    }

    /** That sign, within a minute. */
    public static Readiness by(ReadySign sign) {
        return new Readiness(sign, DEFAULT_TIMEOUT);
    }

    /** The same sign within another time. */
    public Readiness within(Duration other) {
        return new Readiness(sign, other);
    }
}
