package io.fetchmark.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an exchange ended. All but {@link #OK} are errors. */
public enum Outcome {
    /** The response was complete and as expected. */
    OK,
    /** A complete response with another status code. */
    STATUS,
    /** No complete response within the request's time-out. */
    TIMEOUT,
    /** No connection could be made. */
    CONNECT,
    /** The connection broke, or what came was not HTTP or not complete. */
    PROTOCOL,
    /** A complete response with the right status, whose body lacks what it must contain. */
    EXPECTATION,
    /** The server had ended the connection that the request was sent on, and the request may not be sent twice. */
    REUSE;

    /** All kinds of errors, in the order in which they are listed in files. */
    public static final List<Outcome> ERRORS = List.of(STATUS, TIMEOUT, CONNECT, PROTOCOL, EXPECTATION, REUSE);

    /** A count of zero for every kind of error. */
    public static Map<Outcome, Long> noErrors() {
        Map<Outcome, Long> none = new EnumMap<>(Outcome.class);
        ERRORS.forEach(kind -> none.put(kind, 0L));
        return none;
    }

    /** The name used in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
