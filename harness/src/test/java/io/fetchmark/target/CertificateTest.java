package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.DefaultTls;
import io.fetchmark.engine.Http2Server;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.UrlSpec;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the check of an https address says of the server's certificate. */
@Timeout(60)
@ExtendWith(DefaultTls.class)
final class CertificateTest {

    @TempDir
    Path directory;

    @Test
    void isNamedWithItsFaultAndTheRemedy() throws Exception {
        try (Http2Server server = new Http2Server(directory)) {
            URI url = server.secure();
            assertThatThrownBy(() -> check(url, HttpVersion.HTTP_1_1))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageStartingWith("the certificate of " + url + " is not trusted here")
                    .hasMessageContaining("MAVEN_OPTS=-Djavax.net.ssl.trustStore=FILE")
                    .hasMessageNotContaining("start it");
            SSLContext.setDefault(server.tls());
            check(url, HttpVersion.HTTP_1_1);
            assertThat(server.requests("HTTP/1.1")).isEqualTo(1);
            check(url, HttpVersion.HTTP_2);
            assertThat(server.requests("HTTP/2.0")).isEqualTo(1);
            URI other = URI.create("https://127.0.0.1:" + url.getPort());
            assertThatThrownBy(() -> check(other, HttpVersion.HTTP_1_1))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageStartingWith("the certificate of " + other + " is for another host (");
        }
    }

    @Test
    void thatIsNotValidAtThisTimeIsToldAsThat() {
        CheckFailure expired =
                new CheckFailure(CheckFailure.Kind.CERTIFICATE, "PKIX path validation failed: validity check failed");
        assertThat(CertificateFault.explained(URI.create("https://shop"), expired))
                .startsWith("the certificate of https://shop is not valid at this time (PKIX")
                .endsWith("): renew it, or set the clock of this machine");
    }

    private static void check(URI url, HttpVersion http) throws TargetFailure, InterruptedException {
        RunningTarget.check(new UrlSpec(url), http);
    }
}
