package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerSpecTest {

    private static final ContainerSpec PLAIN = ContainerSpec.of("acme/shop:1.4", 8080);

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        TargetSpec full = new ContainerSpec(
                "acme/shop:1.4",
                8080,
                Map.of("PASSWORD", "a \"b\"", "spring.profiles.active", ""),
                List.of("sh", "-c", "exec 'x'"),
                new Readiness("/health?full=1", Duration.ofMinutes(2)),
                Resources.atMost(OptionalDouble.of(1.5), Optional.of(MemorySize.parse("512m"))));
        assertThat(Json.read(Json.line(full), TargetSpec.class)).isEqualTo(full);
        assertThat(Json.read(Json.line(PLAIN), TargetSpec.class)).isEqualTo(PLAIN);
        assertThat(PLAIN.kind()).isEqualTo("container");
    }

    @Test
    void doesNotChangeWithWhatItWasMadeOf() {
        Map<String, String> env = new LinkedHashMap<>(Map.of("A", "1"));
        List<String> command = new ArrayList<>(List.of("a"));
        ContainerSpec container = PLAIN.running(env, command);
        env.put("B", "2");
        command.add("b");
        assertThat(container).isEqualTo(PLAIN.running(Map.of("A", "1"), List.of("a")));
    }

    @Test
    void showsNoValueOfItsEnvironment() {
        assertThat(PLAIN.running(Map.of("PASSWORD", "hush"), List.of()))
                .asString()
                .contains("PASSWORD", "acme/shop:1.4", "8080")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1A", "-A", "A B", "A=B", "größe", "a:b"})
    void namesOfVariablesAreThoseThatEveryShellAndFrameworkTakes(String name) {
        assertThatThrownBy(() -> PLAIN.running(Map.of(name, "secret"), List.of()))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("env: must have names of letters")
                .hasMessageEndingWith("was " + name)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.009, Double.NaN, Double.POSITIVE_INFINITY})
    void cpusAreSomeAndNotWithoutEnd(double cpus) {
        assertThatThrownBy(() -> Resources.atMost(OptionalDouble.of(cpus), Optional.empty()))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("cpus: must be at least 0.01, was " + cpus);
    }

    @Test
    void nothingStandsInForIt() {
        Scenario scenario = Scenario.of("s", Request.get("/"), new Load.Closed(1), Client.THREADS);
        assertThatThrownBy(() -> new Plan(PLAIN, RuntimeChoice.EMBEDDED, List.of(scenario), 1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("runtime: must be auto or docker with <container>, for which nothing can stand in, was"
                        + " embedded");
    }
}
