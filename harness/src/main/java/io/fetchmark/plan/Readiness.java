package io.fetchmark.plan;

import java.time.Duration;

/**
 * When a target that was started counts as ready: as soon as a request for a path is answered with a status from 200 to
 * 399.
 *
 * @param path the path and query, starting with a slash, already percent-encoded
 * @param timeout how long that may take from the start of the target, 1 s to 1 h
 */
public record Readiness(String path, Duration timeout) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

    /** The root answers within a minute. */
    public static final Readiness ROOT = new Readiness("/", DEFAULT_TIMEOUT);

    public Readiness {
        try {
            path = Request.get(path).path();
        } catch (InvalidValue e) {
            throw new InvalidValue("ready", e.reason());
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidValue("ready", "must have a time-out from 1s to 1h, was " + Durations.format(timeout));
        }
    }

    /** That path, within a minute. */
    public static Readiness of(String path) {
        return new Readiness(path, DEFAULT_TIMEOUT);
    }

    /** The same path within another time. */
    public Readiness within(Duration other) {
        return new Readiness(path, other);
    }
}
