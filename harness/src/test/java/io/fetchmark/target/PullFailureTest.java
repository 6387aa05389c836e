package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of engines, as they are known. */
final class PullFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REFUSED     | Could not pull image: manifest for acme/tls:1 not found: manifest unknown: manifest unknown
            REFUSED     | Status 404: {"message":"pull access denied for acme/shop, repository does not exist or may require 'docker login': denied: requested access to the resource is denied"}
            REFUSED     | Could not pull image: unauthorized: authentication required
            UNREACHABLE | Status 500: {"message":"Get \\"https://r.example/v2/\\": dial tcp: lookup r.example: no such host"}
            UNREACHABLE | Status 500: {"message":"Get \\"https://r.example/v2/\\": net/http: TLS handshake timeout"}
            UNREACHABLE | Status 500: {"message":"Get \\"https://r.example/v2/\\": x509: certificate signed by unknown authority"}
            UNREACHABLE | no end within 10 min
            DISK_FULL   | Could not pull image: failed to register layer: write /usr/lib/x: no space left on device
            OTHER       | Could not pull image: unexpected EOF
            """)
    void isKnownByTheWordsOfTheEngine(PullFailure failure, String reason) {
        assertThat(PullFailure.of(reason)).isEqualTo(failure);
    }
}
