package io.fetchmark.target;

import java.io.IOException;
import java.net.BindException;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a check by HttpClient failed.
 *
 * @param failure what it threw
 */
record CheckFailure(Throwable failure) {

    /** Whether something answered, with what HttpClient refuses, be it by an exception that it does not declare. */
    boolean isOfResponse() {
        return any(cause -> cause instanceof ProtocolException || cause instanceof RuntimeException);
    }

    /** Whether this process or machine lacks what a connection takes, so that the server was not even asked. */
    boolean isOfThisMachine() {
        return lacking().isPresent();
    }

    /** What happened, and what can be done if it is of this machine. */
    @Override
    public String toString() {
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return lacking().map(remedy -> words + ": " + remedy).orElse(words);
    }

    private Optional<String> lacking() {
        if (any(cause -> cause instanceof BindException)) {
            return Optional.of(
                    "it has no local port left, or no address, to connect from; the port of a connection that was"
                            + " closed stays taken for a minute: wait that long, or widen net.ipv4.ip_local_port_range");
        }
        boolean files = any(cause -> (cause instanceof InternalError && cause.getCause() instanceof IOException)
                || String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("too many open files"));
        return files
                ? Optional.of("this process may open no further file: raise the limit where the build runs (ulimit -n)")
                : Optional.empty();
    }

    private boolean any(Predicate<Throwable> test) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause != null && test.test(cause));
    }
}
