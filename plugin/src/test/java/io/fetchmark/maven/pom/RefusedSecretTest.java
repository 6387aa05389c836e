package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import org.junit.jupiter.params.provider.MethodSource;

/** A secret in any element that may hold one is not in the message that refuses it. */
final class RefusedSecretTest {

    private static final String SECRET = "hunter2";

    @TempDir
    Path project;

    static Stream<Named<Consumer<Draft>>> elements() {
        return Stream.of(
                element("<url>", it -> it.target.url = "http://me:hunter2@shop:8080"),
                element("<url> with a query", it -> it.target.url = "http://me:hunter2@shop?x=1"),
                element("<url> of another scheme", it -> it.target.url = "jdbc://me:hunter2@shop"),
                element("<url> that is none", it -> it.target.url = "http://me:hunter2 @shop"),
                element("<url> with a bad host", it -> it.target.url = "http://me:hunter2@my_shop:80"),
                element("<url> with a sign of paths", it -> it.target.url = "http://me:is/hunter2@shop"),
                element("<url> with a token", it -> it.target.url = "http://shop/?token=hunter2"),
                element("<url> of the baseline", it -> {
                    it.regression();
                    it.baseline().url = "http://me:hunter2@shop/?x";
                }),
                element("<env>", it -> it.container().env = new LinkedHashMap<>(Map.of("1PASSWORD", SECRET))),
                element(
                        "<env> of a service",
                        it -> it.compose().env = new LinkedHashMap<>(Map.of("1PASSWORD", SECRET))),
                element("<command>", it -> it.container().command = line("serve --password=hunter2 'x")),
                element("<args>", it -> it.jar().args = line("--db.password hunter2 'x")),
                element("<jvmOptions>", it -> it.jar().jvmOptions = line("-Ddb.password=hunter2 \"x")),
                element("<ready>", it -> it.ready().path = "/health?key=hunter2 x"),
                element("<path>", it -> it.request().path = "/orders?access_token=hunter2 x"),
                element("<Authorization>", it -> header(it, "Authorization", "Bearer hunter2\n")),
                element("<Cookie>", it -> header(it, "Cookie", "id=hunter2\u00e9")),
                element("<X-Api-Key>", it -> header(it, "X-Api-Key", "hunter2\u00e9")),
                element("<body>", it -> {
                    it.request().body = "password=hunter2";
                    it.request().method = "post";
                }));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void isNotShown(Consumer<Draft> element) {
        Draft draft = new Draft();
        element.accept(draft);
        Throwable refusal = catchThrowable(() -> draft.read(project, Choices.NONE));
        assertThat(refusal).isInstanceOf(InvalidPom.class);
        // With a switch, Maven prints those that caused it, too.
        for (Optional<Throwable> any = Optional.of(refusal);
                any.isPresent();
                any = Optional.ofNullable(any.get().getCause())) {
            assertThat(String.valueOf(any.get().getMessage())).isNotEmpty().doesNotContain(SECRET);
        }
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void isNotShownOfAProperty() {
        Choices choices = new Choices(
                Optional.of("me:hunter2@registry/nginx:3"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Draft draft = new Draft().compared();
        draft.nginx().image = "me:hunter2@registry/nginx:1";
        assertThat(catchThrowable(() -> draft.read(project, choices)))
                .isInstanceOf(InvalidPom.class)
                .hasMessageContaining("-Dfetchmark.image: ")
                .hasMessageContaining("nginx:3")
                .hasMessageNotContaining(SECRET);
    }

    private static CommandElement line(String text) {
        CommandElement element = new CommandElement();
        element.line = text;
        return element;
    }

    private static void header(Draft draft, String name, String value) {
        draft.request().headers = new LinkedHashMap<>(Map.of(name, value));
    }

    private static Named<Consumer<Draft>> element(String name, Consumer<Draft> change) {
        return Named.of(name, change);
    }
}
