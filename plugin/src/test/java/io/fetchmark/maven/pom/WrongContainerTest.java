package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link WrongValueTest}, of {@code <container>}. */
final class WrongContainerTest {

    private static final String DURATION = ": must be a duration such as 250us, 5ms, 10s or 2m, was ";

    @TempDir
    Path project;

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong("<target>: must have at most one kind, was <container> and <url>", it -> {
                    it.container();
                    it.target.url = "http://localhost:8080";
                }),
                wrong("<target><container><image>: must be given, was absent", it -> it.container().image = null),
                wrong("<target><container><image>: must name an image, was nothing", it -> it.container().image = " "),
                wrong("<target><container><port>: must be given, was absent", it -> it.container().port = null),
                wrong("<target><container><port>: must be from 1 to 65535, was 0", it -> it.container().port = "0"),
                wrong(
                        "<target><container><port>: must be from 1 to 65535, was 65536",
                        it -> it.container().port = "65536"),
                wrong("<target><container><port>: must be a number, was http", it -> it.container().port = "http"),
                wrong(
                        "<target><container><env>: must have names of letters, digits, underscores, dots and dashes"
                                + " that do not start with a digit, dot or dash, was größe",
                        it -> it.container().env = new LinkedHashMap<>(Map.of("größe", "secret"))),
                wrong(
                        "<target><container><command>: must hold at least one word, was nothing",
                        it -> it.container().command = new CommandElement()),
                wrong("<target><container><command>: must close its quotes, was sh -c 'a b", it -> {
                    it.container().command = new CommandElement();
                    it.container().command.set("sh -c 'a b");
                }),
                wrong(
                        "<target><container><ready>: must start with /, was health",
                        it -> it.ready().set("health")),
                wrong(
                        "<target><container><ready>: must be percent-encoded and without fragment, was /a b",
                        it -> it.ready().path = "/a b"),
                wrong(
                        "<target><container><ready><timeout>: must have a time-out from 1s to 1h, was 0s",
                        it -> it.ready().timeout = "0s"),
                wrong("<target><container><ready><timeout>" + DURATION + "soon", it -> it.ready().timeout = "soon"),
                wrong("<target><container><cpus>: must be at least 0.01, was 0", it -> it.container().cpus = "0"),
                wrong("<target><container><cpus>: must be a number, was all", it -> it.container().cpus = "all"),
                wrong(
                        "<target><container><memory>: must be an amount of memory such as 512m or 1.5g, was 512",
                        it -> it.container().memory = "512"),
                wrong("<target><container><memory>: must be at least 6m, was 1k", it -> it.container().memory = "1k"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void isNamedWithItsElement(String message, Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> draft.read(project, Choices.NONE))
                .withMessage(message);
    }

    @Test
    void nothingStandsInForAContainer() {
        Draft draft = new Draft();
        draft.container();
        Choices embedded = new Choices(
                Optional.empty(), Optional.of("embedded"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> draft.read(project, embedded))
                .withMessage("-Dfetchmark.runtime: must be auto or docker with <container>, for which nothing can stand"
                        + " in, was embedded");
    }

    private static Arguments wrong(String message, Consumer<Draft> change) {
        return Arguments.of(message, Named.of("that value", change));
    }
}
