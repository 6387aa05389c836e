package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JarSpecTest {

    private static final JarSpec PLAIN = JarSpec.of(Path.of("target/shop.jar"), 8080);
    private static final Scenario SCENARIO = Scenario.of("s", Request.get("/"), new Load.Closed(1), Client.THREADS);

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        TargetSpec full = new JarSpec(
                Path.of("target/shop.jar"),
                Optional.of("acme:shop:1.1.0"),
                List.of("-Xmx64m"),
                List.of("--name", "a \"b\""),
                ContainerSpec.of("acme/java:21", 8080).running(Map.of("PASSWORD", "x y"), List.of()));
        assertThat(Json.read(Json.line(full), TargetSpec.class)).isEqualTo(full);
        assertThat(Json.read(Json.line(PLAIN), TargetSpec.class)).isEqualTo(PLAIN);
        assertThat(PLAIN.kind()).isEqualTo("jar");
        assertThat(PLAIN.name()).isEqualTo("shop.jar");
        assertThat(PLAIN.container().image()).isEqualTo("eclipse-temurin:21-jre");
    }

    @Test
    void doesNotChangeWithWhatItWasMadeOf() {
        List<String> words = new ArrayList<>(List.of("a"));
        JarSpec jar = PLAIN.running(words, words);
        words.add("b");
        assertThat(jar).isEqualTo(PLAIN.running(List.of("a"), List.of("a")));
    }

    @Test
    void showsNoValueOfItsEnvironment() {
        assertThat(PLAIN.in(PLAIN.container().running(Map.of("PASSWORD", "hush"), List.of())))
                .asString()
                .contains("PASSWORD", "shop.jar", "8080")
                .doesNotContain("hush");
    }

    @Test
    void itsCommandIsMade() {
        assertThatThrownBy(() -> PLAIN.in(PLAIN.container().running(Map.of(), List.of("sh"))))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("command: must not be given: it runs the jar, was [sh]");
    }

    @ParameterizedTest
    @EnumSource(value = RuntimeChoice.class, names = "EMBEDDED", mode = EnumSource.Mode.EXCLUDE)
    void runsInAContainerAndAsAProcess(RuntimeChoice runtime) {
        assertThat(new Plan(PLAIN, runtime, List.of(SCENARIO), 1).runtime()).isEqualTo(runtime);
    }

    @Test
    void noEmbeddedServerStandsInForIt() {
        assertThatThrownBy(() -> new Plan(PLAIN, RuntimeChoice.EMBEDDED, List.of(SCENARIO), 1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "runtime: must be auto, docker or process with <jar>, for which no embedded server can stand"
                                + " in, was embedded");
    }

    @Test
    void nothingElseRunsAsAProcess() {
        for (TargetSpec other : List.of(
                NginxSpec.welcome("nginx"),
                ContainerSpec.of("acme/shop", 80),
                new UrlSpec(URI.create("http://localhost:8080")))) {
            assertThatThrownBy(() -> new Plan(other, RuntimeChoice.PROCESS, List.of(SCENARIO), 1))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage("runtime: must not be process with <" + other.kind()
                            + ">: only a <jar> can run as a process, was process");
        }
    }
}
