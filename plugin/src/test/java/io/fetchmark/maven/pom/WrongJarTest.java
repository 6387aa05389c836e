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

/** As {@link WrongValueTest}, of {@code <jar>}. */
final class WrongJarTest {

    private static final String FORM = "must be group:artifact:version or group:artifact:classifier:version, was ";

    @TempDir
    Path project;

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong("<target>: must have at most one kind, was <container> and <jar>", it -> {
                    it.container();
                    it.jar();
                }),
                wrong(
                        "<target><jar>: must have exactly one of <file> and <artifact>, was neither",
                        it -> it.jar().file = null),
                wrong(
                        "<target><jar>: must have exactly one of <file> and <artifact>, was both",
                        it -> it.jar().artifact = "acme:shop:1"),
                wrong("<target><jar><artifact>: " + FORM + "shop", it -> artifact(it, "shop")),
                wrong("<target><jar><artifact>: " + FORM + "acme:shop", it -> artifact(it, "acme:shop")),
                wrong("<target><jar><artifact>: " + FORM + "a:b:c:d:e", it -> artifact(it, "a:b:c:d:e")),
                wrong("<target><jar><artifact>: " + FORM + "acme::1", it -> artifact(it, "acme::1")),
                wrong("<target><jar><artifact>: " + FORM + "acme:${shop}:1", it -> artifact(it, "acme:${shop}:1")),
                wrong(
                        "<target><jar><artifact>: must have a version, or RELEASE for the newest that is released; LATEST"
                                + " may be a snapshot, and is another thing tomorrow, was acme:shop:LATEST",
                        it -> artifact(it, "acme:shop:LATEST")),
                wrong("<target><jar><port>: must be given, was absent", it -> it.jar().port = null),
                wrong("<target><jar><port>: must be from 1 to 65535, was 0", it -> it.jar().port = "0"),
                wrong("<target><jar><image>: must name an image, was nothing", it -> it.jar().image = " "),
                wrong("<target><jar><args>: must close its quotes, was --name 'a b", it -> {
                    it.jar().args = new CommandElement();
                    it.jar().args.set("--name 'a b");
                }),
                wrong("<target><jar><jvmOptions>: must close its quotes, was -Da=\"b", it -> {
                    it.jar().jvmOptions = new CommandElement();
                    it.jar().jvmOptions.set("-Da=\"b");
                }),
                wrong(
                        "<target><jar><env>: must have names of letters, digits, underscores, dots and dashes that do not"
                                + " start with a digit, dot or dash, was 1A",
                        it -> it.jar().env = new LinkedHashMap<>(Map.of("1A", "secret"))),
                wrong("<target><jar><ready>: must start with /, was health", it -> {
                    it.jar().ready = new ReadyElement();
                    it.jar().ready.set("health");
                }),
                wrong("<target><jar><cpus>: must be at least 0.01, was 0", it -> it.jar().cpus = "0"),
                wrong("<target><jar><memory>: must be at least 6m, was 1k", it -> it.jar().memory = "1k"));
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
    void whatTheShelfDoesNotHaveIsNamedWithItsElement() {
        Draft draft = new Draft();
        draft.shelf = new JarShelf() {
            @Override
            public void check(Path file) {
                throw new IllegalArgumentException("must be there, was " + file);
            }

            @Override
            public Found find(Coordinates wanted) {
                throw new IllegalArgumentException("must be released, was " + wanted);
            }
        };
        draft.jar();
        wrong(draft, "<target><jar><file>: must be there, was target/shop.jar");
        artifact(draft, "acme:shop:RELEASE");
        wrong(draft, "<target><jar><artifact>: must be released, was acme:shop:RELEASE");
    }

    @Test
    void noEmbeddedServerStandsInForAJar() {
        Draft draft = new Draft();
        draft.jar();
        Choices embedded = new Choices(
                Optional.empty(), Optional.of("embedded"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> draft.read(project, embedded))
                .withMessage("-Dfetchmark.runtime: must be auto, docker or process with <jar>, for which no embedded"
                        + " server can stand in, was embedded");
    }

    private void wrong(Draft draft, String message) {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> draft.read(project, Choices.NONE))
                .withMessage(message);
    }

    private static void artifact(Draft draft, String text) {
        draft.jar().file = null;
        draft.jar().artifact = text;
    }

    private static Arguments wrong(String message, Consumer<Draft> change) {
        return Arguments.of(message, Named.of("that value", change));
    }
}
