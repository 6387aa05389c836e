package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerSpecTest {

    private static final ContainerSpec PLAIN = ContainerSpec.of("acme/shop:1.4", 8080);
    private static final Readiness SAYS_READY = Readiness.by(new ReadySign.Says("ready to accept connections"));

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        ContainerSetup setup = new ContainerSetup(
                "acme/shop:1.4",
                Map.of("PASSWORD", "a \"b\"", "spring.profiles.active", ""),
                List.of("sh", "-c", "exec 'x'"),
                List.of(new CopiedFile(Path.of("/src/app.yml"), "/etc/shop/app.yml")),
                List.of(
                        new Volume.Bind(Path.of("/data"), "/data", true),
                        new Volume.Named("cache", "/cache", false),
                        new Volume.Anonymous("/scratch")),
                List.of("shop", "shop.local"),
                Resources.atMost(OptionalDouble.of(1.5), Optional.of(MemorySize.parse("512m")))
                        .on("0,2-3"));
        TargetSpec full = new ContainerSpec(setup, 8080, Readiness.of("/health?full=1"), List.of())
                .with(
                        new Companion("db", ContainerSetup.of("postgres"), OptionalInt.empty(), SAYS_READY),
                        new Companion(
                                "cache",
                                ContainerSetup.of("redis"),
                                OptionalInt.of(6379),
                                Readiness.by(new ReadySign.Listens()).within(Duration.ofMinutes(2))));
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

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "3-1", "0,", "1-2-3", "-1", "9999"})
    void aCpusetIsOfNumbersThatThereMayBe(String list) {
        assertThatThrownBy(() -> Resources.ALL.on(list))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("cpuset: must be numbers of CPUs such as 1 or 0,2-3, was " + list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "etc", "/", "//etc", "/a/../b", "C:/x", "/:ro"})
    void whatItIsGivenIsBelowItsRoot(String to) {
        assertThatThrownBy(() -> new CopiedFile(Path.of("a"), to))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("to: must be an absolute path in the container such as /etc/shop, was ");
        assertThatThrownBy(() -> new Volume.Anonymous(to)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aPathIsGivenOnce() {
        List<Volume> twice = List.of(new Volume.Anonymous("/data"), new Volume.Named("a", "/data", false));
        assertThatThrownBy(() -> ContainerSetup.of("a").holding(List.of(), twice))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("volumes: must have paths <to> that differ, was [/data, /data]");
    }

    @Test
    void aCompanionWithoutAPortIsReadyByItsLog() {
        Companion silent = new Companion("db", ContainerSetup.of("a"), OptionalInt.empty(), SAYS_READY);
        assertThat(PLAIN.with(silent).needsNetwork()).isTrue();
        assertThat(PLAIN.needsNetwork()).isFalse();
        assertThatThrownBy(() -> new Companion("db", silent.setup(), OptionalInt.empty(), Readiness.ROOT))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("port: must be given unless <ready> has a <log>, was absent");
        assertThatThrownBy(() -> PLAIN.with(silent, silent))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("with: must have names that differ, was [db, db]");
    }

    @Test
    void aSignInTheLogIsARegularExpression() {
        assertThatThrownBy(() -> new ReadySign.Says("ready ("))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("log: must be a regular expression (Unclosed group), was ready (");
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
