package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What HttpClient's exceptions mean. */
final class Failures {

    private Failures() {}

    /** {@link Outcome#CONNECT} if the exception, or one that caused it, says that no connection came about. */
    static Outcome outcome(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLHandshakeException) {
                return Outcome.CONNECT;
            }
        }
        return Outcome.PROTOCOL;
    }
}
