package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.engine.RawServer;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.NetworkPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks go to the target as the load does, whatever proxy this JVM has for everything else. */
@Timeout(60)
final class CheckProxyTest {

    private final List<URI> proxied = new CopyOnWriteArrayList<>();
    private ProxySelector before = Objects.requireNonNull(ProxySelector.getDefault());

    @BeforeEach
    void setProxy() throws Exception {
        before = Objects.requireNonNull(ProxySelector.getDefault());
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                proxied.add(uri);
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
    }

    @AfterEach
    void setBefore() {
        ProxySelector.setDefault(before);
    }

    @Test
    void noCheckAsksAProxy() throws Exception {
        URI url;
        try (RawServer server = new RawServer(RawServer.answer(200, "hello"))) {
            url = server.address();
            RunningTarget.check(new UrlSpec(url), HttpVersion.HTTP_1_1);
            assertThat(Probe.any().ask(url).status()).isEqualTo(200);
            assertThat(new PortCheck().passes(new Candidate(NetworkPath.DIRECT, url)))
                    .isTrue();
            new DelayCheck(url, Duration.ofSeconds(5)).measure("any");
            assertThat(server.requests()).isEqualTo(3);
        }
        assertThatThrownBy(() -> RunningTarget.check(new UrlSpec(url), HttpVersion.HTTP_1_1))
                .isInstanceOf(TargetFailure.class);
        assertThat(Probe.any().succeeds(url)).isFalse();
        assertThat(proxied).isEmpty();
    }
}
