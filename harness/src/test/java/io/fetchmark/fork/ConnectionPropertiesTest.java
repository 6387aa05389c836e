package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ConnectionPropertiesTest {

    @Test
    void whatDecidesHowToConnectIsPassedOnAndNothingElse() {
        Properties properties = new Properties();
        properties.setProperty("javax.net.ssl.trustStore", "/shop/trust store.p12");
        properties.setProperty("javax.net.ssl.keyStoreType", "PKCS12");
        properties.setProperty("java.net.preferIPv6Addresses", "true");
        properties.setProperty("java.io.tmpdir", "/tmp");
        properties.setProperty("http.proxyHost", "proxy");
        assertThat(ConnectionProperties.options(properties))
                .containsExactly(
                        "-Djava.net.preferIPv6Addresses=true",
                        "-Djavax.net.ssl.keyStoreType=PKCS12",
                        "-Djavax.net.ssl.trustStore=/shop/trust store.p12");
    }
}
