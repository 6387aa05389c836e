package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListenPortTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "server { listen 8080; }|8080",
                "server { listen 8081 default_server reuseport; }|8081",
                "server { listen *:8082; }|8082",
                "server { listen 10.0.0.1:8083; }|8083",
                "server { listen [::]:8084; }|8084",
                "server { listen [::]; }|80",
                "server { listen 10.0.0.1; }|80",
                "server { listen shop; }|80",
                "server { listen unix:/run/x.sock; listen 8085; }|8085",
                "server { listen 443 ssl; listen 8086; }|8086",
                "server { keepalive_timeout 5; }|80",
                "server { listen \"8088\"; }|8088",
                "server { listen '8089' ; }|8089",
                "server { listen 9000 proxy_protocol; } server { listen 8090; }|8090",
                "server { listen 443 quic; listen 8091; }|8091",
                "server { listen 127.0.0.1:9; listen 8092; }|8092",
                "server { listen 8093-8095; }|8093",
                "server { return 200 \"listen 9;\"; listen 8094; }|8094",
                "map $a $b { default \"}\"; } server { listen 8095; }|8095",
                "log_format a '${x}{'; server { listen 8096; }|8096"
            })
    void firstPlainListenGivesThePort(String servers, int port) throws Exception {
        assertThat(of("events {} http { " + servers + " }")).isEqualTo(port);
    }

    @Test
    void aServerOfAnotherProtocolThanHttpIsPassedOver() throws Exception {
        assertThat(of("stream { server { listen 9000; } } http { server { listen 8087; } }"))
                .isEqualTo(8087);
    }

    @Test
    void whatIsCommentedOutIsNoListen() throws Exception {
        assertThat(of("http { server {\n  # listen 9090;\n  listen 8087; # listen 1;\n} }"))
                .isEqualTo(8087);
    }

    @Test
    void aServerThatOnlyTheContainerItselfReachesIsTold() {
        assertThatThrownBy(() -> of("http { server { listen 127.0.0.1:8080; } }"))
                .isInstanceOf(TargetFailure.class)
                .hasMessage(
                        "<nginx><config>: must listen where others reach it, and has listen 127.0.0.1:8080, where only"
                                + " the container itself does: write listen 8080 in its place");
    }

    @Test
    void anIncludedServerIsReadWhereItIsIncluded() throws Exception {
        String said = """
                # configuration file /etc/nginx/nginx.conf:
                stream { include stream.d/*.conf; }
                http { include mime.types; include /etc/nginx/conf.d/*.conf; server { listen 1; } }

                # configuration file /etc/nginx/stream.d/a.conf:
                server { listen 9000; }

                # configuration file /etc/nginx/mime.types:
                types { text/html html; }

                # configuration file /etc/nginx/conf.d/deep/no.conf:
                server { listen 2; }

                # configuration file /etc/nginx/conf.d/default.conf:
                server { listen 8080; }
                """;
        assertThat(ListenPort.of(NginxDump.read(said))).isEqualTo(8080);
        assertThat(NginxDump.read(said).lacksFiles()).isFalse();
    }

    @Test
    void aConfigurationThatIncludesServersIsNotKnownWhole() {
        assertThat(NginxDump.ofFile("http { include mime.types; server { include fastcgi_params; } }")
                        .lacksFiles())
                .isFalse();
        assertThat(NginxDump.ofFile("http { include conf.d/*.conf; }").lacksFiles())
                .isTrue();
        assertThat(NginxDump.ofFile("include modules/*.conf;").lacksFiles()).isTrue();
    }

    private static int of(String config) throws TargetFailure {
        return ListenPort.of(NginxDump.ofFile(config));
    }
}
