package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
                wrong("<target><container><memory>: must be at least 6m, was 1k", it -> it.container().memory = "1k"),
                wrong(
                        "<target><container><cpuset>: must be numbers of CPUs such as 1 or 0,2-3, was 3-1",
                        it -> it.container().cpuset = "3-1"),
                wrong(
                        "<target><container><aliases>: must be a name of a host: letters, digits, dashes and"
                                + " underscores, with dots between, was shop,a b",
                        it -> it.container().aliases = "shop,a b"),
                wrong(
                        "<target><container><name>: must be given for a <container> of <with> alone (here are"
                                + " <aliases>), was shop",
                        it -> it.container().name = "shop"),
                wrong(
                        "<target><container><ready>: must have one of <path>, <port> and <log>, was <path> and <log>",
                        it -> {
                            it.ready().path = "/";
                            it.ready().log = "up";
                        }),
                wrong(
                        "<target><container><ready><port>: must be empty, for it is the <port> of the container, was 81",
                        it -> {
                            it.ready().port = new EmptyElement();
                            it.ready().port.set("81");
                        }),
                wrong(
                        "<target><container><ready><log>: must be a regular expression (Unclosed group), was up (",
                        it -> it.ready().log = "up ("));
    }

    static Stream<Arguments> wrongPossessions() {
        return Stream.of(
                wrong(
                        "<target><container><content><file>[#1]<from>: must be given, was absent",
                        it -> it.container().content = List.of(Draft.file(null, "/a"))),
                wrong(
                        "<target><container><content><file>[#1]<to>: must be given, was absent",
                        it -> it.container().content = List.of(Draft.file(".", null))),
                wrong(
                        "<target><container><content><file>[#2]<from>: must be a file or directory that can be read, was"
                                + " none",
                        it -> it.container().content = List.of(Draft.file(".", "/a"), Draft.file("none", "/b"))),
                wrong(
                        "<target><container><content><file>[#1]<to>: must be an absolute path in the container such as"
                                + " /etc/shop, was etc",
                        it -> it.container().content = List.of(Draft.file(".", "etc"))),
                wrong(
                        "<target><container><volumes><volume>[#1]<to>: must be given, was absent",
                        it -> it.container().volumes = List.of(Draft.volume(null, null, null))),
                wrong(
                        "<target><container><volumes><volume>[#1]: must have <from> or <name>, was both",
                        it -> it.container().volumes = List.of(Draft.volume(".", "a", "/a"))),
                wrong(
                        "<target><container><volumes><volume>[#1]<from>: must be a file or directory that can be read,"
                                + " was none",
                        it -> it.container().volumes = List.of(Draft.volume("none", null, "/a"))),
                wrong(
                        "<target><container><volumes><volume>[#1]<name>: must be 1 to 64 letters, digits, dots, dashes or"
                                + " underscores, was a/b",
                        it -> it.container().volumes = List.of(Draft.volume(null, "a/b", "/a"))),
                wrong("<target><container><volumes><volume>[#1]<readOnly>: must be true or false, was yes", it -> {
                    it.container().volumes = List.of(Draft.volume(".", null, "/a"));
                    it.container().volumes.get(0).readOnly = "yes";
                }),
                wrong(
                        "<target><container><volumes><volume>[#1]<readOnly>: must not be true without <from> or <name>,"
                                + " for it stays empty, was true",
                        it -> {
                            it.container().volumes = List.of(Draft.volume(null, null, "/a"));
                            it.container().volumes.get(0).readOnly = "true";
                        }),
                wrong(
                        "<target><container><volumes>: must have paths <to> that differ, was [/a, /a]",
                        it -> it.container().volumes =
                                List.of(Draft.volume(null, null, "/a"), Draft.volume(null, "b", "/a"))));
    }

    static Stream<Arguments> wrongCompanions() {
        return Stream.of(
                wrongCompanion("<with><container>[#1]<name>: must be given, was absent", it -> it.name = null),
                wrongCompanion(
                        "<with><container>[a b]<name>: must be a name of a host: letters, digits, dashes and underscores,"
                                + " with dots between, was a b",
                        it -> it.name = "a b"),
                wrongCompanion("<with><container>[db]<image>: must be given, was absent", it -> it.image = null),
                wrongCompanion(
                        "<with><container>[db]<port>: must be given unless <ready> has a <log>, was absent",
                        it -> it.port = null),
                wrongCompanion("<with><container>[db]<port>: must be from 1 to 65535, was 0", it -> it.port = "0"),
                wrongCompanion(
                        "<with><container>[db]<env>: must have names of letters, digits, underscores, dots and dashes"
                                + " that do not start with a digit, dot or dash, was größe",
                        it -> it.env = new LinkedHashMap<>(Map.of("größe", "secret"))),
                wrongCompanion(
                        "<with><container>[db]<with>: must be in the <container> of the target alone, was in another",
                        it -> it.with = List.of()),
                wrong(
                        "<target><container><with>: must have names that differ, was [db, db]",
                        it -> it.container().with = List.of(companion(), companion())));
    }

    private static Arguments wrongCompanion(String message, Consumer<ContainerElement> change) {
        return wrong("<target><container>" + message, it -> {
            ContainerElement companion = companion();
            change.accept(companion);
            it.container().with = List.of(companion);
        });
    }

    private static ContainerElement companion() {
        ContainerElement companion = Draft.companion("db", "postgres:16");
        companion.port = "5432";
        return companion;
    }

    @ParameterizedTest
    @MethodSource({"wrongValues", "wrongPossessions", "wrongCompanions"})
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
