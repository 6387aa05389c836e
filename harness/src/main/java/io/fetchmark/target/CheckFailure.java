package io.fetchmark.target;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a check got no answer of HTTP.
 *
 * @param words what happened, in the words of the JDK or the system
 */
record CheckFailure(Kind kind, String words) {

    /** How far a check got. */
    enum Kind {
        /** This machine has no local port, or no local address, to connect from: the server was not even asked. */
        NO_LOCAL_PORT,
        /** This process may open no further file: the server was not even asked. */
        NO_FILE,
        /** No connection came about. */
        UNREACHED,
        /** A connection came about, and no TLS on it, for the server's certificate. */
        CERTIFICATE,
        /** A connection came about, and no TLS on it, for another reason. */
        TLS,
        /** The server took the connection, and answered nothing in time. */
        SILENT,
        /** The connection ended before there was an answer. */
        CUT,
        /** The server answered what HttpClient does not take for HTTP. */
        NOT_HTTP
    }

    /** By an exception of HttpClient or of a socket, and those that caused it. */
    static CheckFailure of(Throwable failure) {
        List<Throwable> chain = Stream.<@Nullable Throwable>iterate(
                        failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
                .map(cause -> cause == null ? failure : cause)
                .toList();
        Kind kind = kind(chain);
        // HttpClient may have no words for a connection that it could not make, or some of its own tries.
        String words = chain.stream()
                .filter(cause -> kind != Kind.UNREACHED || isOfConnecting(cause))
                .map(CheckFailure::words)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(
                        kind == Kind.UNREACHED
                                ? "no connection"
                                : failure.getClass().getSimpleName());
        return new CheckFailure(kind, words.replaceAll("\\p{Cntrl}", "?"));
    }

    /** Whether this process or machine lacks what a connection takes, so that the server was not even asked. */
    boolean isOfThisMachine() {
        return kind == Kind.NO_LOCAL_PORT || kind == Kind.NO_FILE;
    }

    /** What happened, and what can be done if it is of this machine. */
    @Override
    public String toString() {
        return switch (kind) {
            case NO_LOCAL_PORT ->
                words + ": it has no local port left, or no address, to connect from; the port of a connection that was"
                        + " closed stays taken for a minute: wait that long, or widen net.ipv4.ip_local_port_range";
            case NO_FILE ->
                words + ": this process may open no further file: raise the limit where the build runs (ulimit -n)";
            case UNREACHED, CERTIFICATE, TLS, SILENT, CUT, NOT_HTTP -> words;
        };
    }

    private static Kind kind(List<Throwable> chain) {
        if (any(chain, BindException.class::isInstance)) {
            return Kind.NO_LOCAL_PORT;
        }
        if (any(chain, CheckFailure::isOfFiles)) {
            return Kind.NO_FILE;
        }
        if (any(chain, CertificateException.class::isInstance)) {
            return Kind.CERTIFICATE;
        }
        if (any(chain, SSLException.class::isInstance)) {
            return Kind.TLS;
        }
        if (any(chain, CheckFailure::isOfConnecting)) {
            return Kind.UNREACHED;
        }
        if (any(chain, cause -> cause instanceof HttpTimeoutException || cause instanceof TimeoutException)) {
            return Kind.SILENT;
        }
        // HttpClient throws both at a head that it does not understand.
        return any(chain, cause -> cause instanceof ProtocolException || cause instanceof RuntimeException)
                ? Kind.NOT_HTTP
                : Kind.CUT;
    }

    // A socket that cannot be had: HttpClient takes that for an error of its own.
    private static boolean isOfFiles(Throwable cause) {
        return (cause instanceof InternalError && cause.getCause() instanceof IOException)
                || words(cause).toLowerCase(Locale.ROOT).contains("too many open files");
    }

    private static boolean isOfConnecting(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SocketTimeoutException
                || cause instanceof HttpConnectTimeoutException;
    }

    private static boolean any(List<Throwable> chain, Predicate<Throwable> test) {
        return chain.stream().anyMatch(test);
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? "" : cause.getMessage();
    }
}
