package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link PlanReaderTest} and {@link WrongValueTest}, of {@code <compose>}. */
final class ComposeReaderTest {

    @TempDir
    Path project;

    private final Draft draft = new Draft();

    @BeforeEach
    void file() throws IOException {
        Files.writeString(project.resolve("compose.yaml"), "services: {}");
    }

    @Test
    void aServiceOfAFileIsATarget() throws InvalidPom {
        draft.compose();
        assertThat(read().target()).isEqualTo(ComposeSpec.of(project.resolve("compose.yaml"), "web", 8080));
    }

    @Test
    void everyElementReachesThePlan() throws InvalidPom {
        draft.compose().env = new LinkedHashMap<>();
        draft.compose().env.put("SHOP_VERSION", "1.4");
        draft.compose().env.put("EMPTY", null);
        draft.compose().ready = new ReadyElement();
        draft.compose().ready.log = "started in";
        draft.compose().ready.timeout = "2m";
        assertThat(read().target())
                .isEqualTo(new ComposeSpec(
                        project.resolve("compose.yaml"),
                        "web",
                        Map.of("SHOP_VERSION", "1.4", "EMPTY", ""),
                        8080,
                        Readiness.by(new ReadySign.Says("started in")).within(Duration.ofMinutes(2))));
        assertThat(read().target().toString()).contains("SHOP_VERSION").doesNotContain("1.4");
    }

    @Test
    void theBaselineMayBeTheSameFileWithAnotherVersion() throws InvalidPom {
        draft.compose();
        draft.baseline().compose = draft.compose();
        draft.regression();
        assertThat(read().baseline())
                .isEqualTo(
                        Optional.of(new Baseline.Beside(ComposeSpec.of(project.resolve("compose.yaml"), "web", 8080))));
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong("<file>: must be given, was absent", it -> it.file = null),
                wrong("<file>: must be a file that can be read, was gone.yaml", it -> it.file = "gone.yaml"),
                wrong("<file>: must be a file that can be read, was .", it -> it.file = "."),
                wrong("<service>: must be given, was absent", it -> it.service = null),
                wrong(
                        "<service>: must be the name of a service of the file: letters, digits, dots, underscores and"
                                + " dashes, was the shop",
                        it -> it.service = "the shop"),
                wrong("<port>: must be given, was absent", it -> it.port = null),
                wrong("<port>: must be from 1 to 65535, was 0", it -> it.port = "0"),
                wrong("<port>: must be a number, was http", it -> it.port = "http"),
                wrong(
                        "<env>: must have names of letters, digits, underscores, dots and dashes that do not start with a"
                                + " digit, dot or dash, was größe",
                        it -> it.env = new LinkedHashMap<>(Map.of("größe", "secret"))),
                wrong("<ready>: must start with /, was health", it -> {
                    it.ready = new ReadyElement();
                    it.ready.path = "health";
                }));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void isNamedWithItsElement(String message, Consumer<ComposeElement> change) {
        change.accept(draft.compose());
        assertThatExceptionOfType(InvalidPom.class).isThrownBy(this::read).withMessage("<target><compose>" + message);
    }

    @Test
    void nothingCanStandInForIt() {
        draft.compose();
        Choices embedded = new Choices(
                Optional.empty(), Optional.of("embedded"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> draft.read(project, embedded))
                .withMessage(
                        "-Dfetchmark.runtime: must be auto or docker with <compose>, for which nothing can stand in,"
                                + " was embedded");
    }

    private Plan read() throws InvalidPom {
        return draft.read(project, Choices.NONE);
    }

    private static Arguments wrong(String message, Consumer<ComposeElement> change) {
        return Arguments.of(message, Named.of("that value", change));
    }
}
