package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.target.CheckFailure.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What an exception says of how far a check got. */
final class CheckFailureTest {

    @Test
    void everyKindHasItsExceptions() {
        SSLHandshakeException untrusted = new SSLHandshakeException("PKIX");
        untrusted.initCause(new CertificateException("PKIX"));
        Map.<Throwable, Kind>ofEntries(
                        Map.entry(new ConnectException("Connection refused"), Kind.UNREACHED),
                        Map.entry(new HttpConnectTimeoutException("HTTP connect timed out"), Kind.UNREACHED),
                        Map.entry(new HttpTimeoutException("request timed out"), Kind.SILENT),
                        Map.entry(untrusted, Kind.CERTIFICATE),
                        Map.entry(new SSLException("Unsupported or unrecognized SSL message"), Kind.TLS),
                        Map.entry(new IOException("no bytes", new EOFException("EOF reached")), Kind.CUT),
                        Map.entry(new IOException(new SocketException("Connection reset")), Kind.CUT),
                        Map.entry(new IOException(new ProtocolException("Invalid status line")), Kind.NOT_HTTP),
                        Map.entry(new NumberFormatException("12, 12"), Kind.NOT_HTTP))
                .forEach((failure, kind) -> assertThat(CheckFailure.of(failure).kind())
                        .as(failure.toString())
                        .isEqualTo(kind));
    }

    @Test
    void whatThisMachineLacksIsNotTheServers() {
        ConnectException noPort = new ConnectException("Cannot assign requested address");
        noPort.initCause(new BindException("Cannot assign requested address"));
        assertThat(CheckFailure.of(noPort).isOfThisMachine()).isTrue();
        assertThat(CheckFailure.of(noPort))
                .hasToString("Cannot assign requested address: it has no local port left, or no address, to connect"
                        + " from; the port of a connection that was closed stays taken for a minute: wait"
                        + " that long, or widen net.ipv4.ip_local_port_range");
        CheckFailure noFile = CheckFailure.of(new InternalError(new SocketException("Too many open files")));
        assertThat(noFile.isOfThisMachine()).isTrue();
        assertThat(noFile.toString()).contains("ulimit -n");
    }

    @Test
    void whatHttpClientSaysOfItsTriesIsNotPrinted() {
        ConnectException refused = new ConnectException();
        refused.initCause(new IOException("Too many retries"));
        assertThat(CheckFailure.of(refused).words()).isEqualTo("no connection");
    }

    @Test
    void bytesThatAreNoTextAreNotPrinted() {
        assertThat(CheckFailure.of(new ProtocolException("Invalid status line: \"\u0015\u0003\u0001\""))
                        .words())
                .isEqualTo("Invalid status line: \"???\"");
    }
}
