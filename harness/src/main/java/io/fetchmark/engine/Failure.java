package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Shortage;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What an exception of HttpClient means. */
enum Failure {
    /** No connection came about. */
    CONNECT(Outcome.CONNECT),
    /** The connection ended before the first byte of a response, new or not: HttpClient does not say which. */
    UNANSWERED(Outcome.PROTOCOL),
    /** Anything else, such as a response that HttpClient does not understand. */
    PROTOCOL(Outcome.PROTOCOL),
    NO_FILE(Outcome.CONNECT, Shortage.OPEN_FILES),
    NO_PORT(Outcome.CONNECT, Shortage.LOCAL_PORTS),
    NO_THREAD(Outcome.CONNECT, Shortage.THREADS);

    /** HttpClient's own message where it would send a request again and may not; the same in all versions so far. */
    private static final String RETRY = "Too many retries";

    private static final int SHOWN = 3;

    private final Outcome outcome;
    private final Optional<Shortage> shortage;

    Failure(Outcome outcome) {
        this.outcome = outcome;
        this.shortage = Optional.empty();
    }

    Failure(Outcome outcome, Shortage shortage) {
        this.outcome = outcome;
        this.shortage = Optional.of(shortage);
    }

    /** By the exception and those that caused it. */
    static Failure of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain.stream()
                .flatMap(cause -> lacking(cause).stream())
                .findFirst()
                .orElseGet(() -> chain.stream().anyMatch(Failure::isOfConnecting)
                        ? CONNECT
                        : chain.stream().anyMatch(Failure::isRetry) ? UNANSWERED : PROTOCOL);
    }

    /** What an exchange that failed so is worth, if the target is to answer for it. */
    Outcome outcome() {
        return outcome;
    }

    /** What the client itself lacked; empty if the target is to answer for it. */
    Optional<Shortage> shortage() {
        return shortage;
    }

    private static Optional<Failure> lacking(Throwable cause) {
        if (cause instanceof BindException) {
            return Optional.of(NO_PORT);
        }
        // A socket that cannot be had: HttpClient takes that for an error of its own.
        if ((cause instanceof InternalError && cause.getCause() instanceof IOException)
                || words(cause).toLowerCase(Locale.ROOT).contains("too many open files")) {
            return Optional.of(NO_FILE);
        }
        return cause instanceof OutOfMemoryError && words(cause).contains("native thread")
                ? Optional.of(NO_THREAD)
                : Optional.empty();
    }

    private static boolean isOfConnecting(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    private static boolean isRetry(Throwable cause) {
        return cause instanceof IOException && words(cause).startsWith(RETRY);
    }

    /** The exception and what caused it in a line, without those that only carry another. */
    static String inWords(Throwable failure) {
        List<String> words = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null && words.size() < SHOWN; cause = cause.getCause()) {
            if (cause.getCause() == null || !(cause instanceof CompletionException || isRetry(cause))) {
                String message = words(cause).lines().findFirst().orElse("");
                words.add(cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message));
            }
        }
        return String.join(", by ", words);
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? "" : cause.getMessage();
    }
}
