package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListenPortTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "server { listen 8080; }|8080",
                "server { listen 8081 default_server reuseport; }|8081",
                "server { listen *:8082; }|8082",
                "server { listen 10.0.0.1:8083; }|8083",
                "server { listen [::]:8084; }|8084",
                "server { listen [::]; }|80",
                "server { listen 10.0.0.1; }|80",
                "server { listen localhost; }|80",
                "server { listen unix:/run/x.sock; listen 8085; }|8085",
                "server { listen 443 ssl; listen 8086; }|8086",
                "server { keepalive_timeout 5; }|80",
                "include conf.d/*.conf;|80"
            })
    void firstPlainListenGivesThePort(String config, int port) {
        assertThat(ListenPort.of(config)).isEqualTo(port);
    }

    @org.junit.jupiter.api.Test
    void whatIsCommentedOutIsNoListen() {
        assertThat(ListenPort.of("server {\n  # listen 9090;\n  listen 8087; # listen 1;\n}"))
                .isEqualTo(8087);
    }
}
