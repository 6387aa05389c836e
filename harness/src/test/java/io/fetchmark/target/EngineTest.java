package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EngineTest {

    @ParameterizedTest
    @CsvSource({
        "unix:///var/run/docker.sock, true",
        "npipe:////./pipe/docker_engine, true",
        "tcp://localhost:2375, true",
        "tcp://127.0.0.1:2375, true",
        "tcp://127.1.2.3:2375, true",
        "tcp://[::1]:2375, true",
        "tcp://box:2375, false",
        "tcp://127box:2375, false",
        "tcp://192.0.2.7:2376, false",
        "tcp://[2001:db8::1]:2375, false"
    })
    void anEngineAtASocketOrOverLoopbackIsOfThisMachine(URI at, boolean local) {
        assertThat(Engine.isLocal(at)).isEqualTo(local);
    }
}
