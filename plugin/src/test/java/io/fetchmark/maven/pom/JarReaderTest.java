package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.Resources;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.TargetSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarReaderTest {

    @TempDir
    Path project;

    private final Draft draft = new Draft();
    private final JarElement jar = draft.jar();

    @BeforeEach
    void fillTheShelf() {
        draft.shelf = new JarShelf() {
            @Override
            public void check(Path file) {
                assertThat(file).isEqualTo(project.resolve("target/shop.jar"));
            }

            @Override
            public Found find(Coordinates wanted) {
                return new Found(wanted.isRelease() ? wanted.of("1.1.0") : wanted, Path.of("/m2/shop.jar"));
            }
        };
    }

    @Test
    void aFileWithItsPortHasDefaultsForAllElse() throws InvalidPom {
        assertThat(target(Choices.NONE)).isEqualTo(JarSpec.of(project.resolve("target/shop.jar"), 8080));
    }

    @Test
    void everyElementReachesThePlan() throws InvalidPom {
        jar.jvmOptions = line("-Xmx64m '-Dgreeting=good day'");
        jar.args = new CommandElement();
        jar.args.addArg("--name");
        jar.args.addArg("it's");
        jar.env = new LinkedHashMap<>();
        jar.env.put("PASSWORD", "hush");
        jar.env.put("EMPTY", null);
        jar.ready = new ReadyElement();
        jar.ready.set("/health");
        jar.cpus = "1.5";
        jar.memory = "512m";
        jar.image = "acme/java:21";
        ContainerSpec container = ContainerSpec.of("acme/java:21", 8080)
                .running(Map.of("PASSWORD", "hush", "EMPTY", ""), List.of())
                .ready(Readiness.of("/health"))
                .using(Resources.atMost(OptionalDouble.of(1.5), Optional.of(MemorySize.parse("512m"))));
        assertThat(target(Choices.NONE))
                .isEqualTo(new JarSpec(
                        project.resolve("target/shop.jar"),
                        Optional.empty(),
                        List.of("-Xmx64m", "-Dgreeting=good day"),
                        List.of("--name", "it's"),
                        container));
    }

    @Test
    void wordsMayBeNone() throws InvalidPom {
        jar.args = line(" ");
        jar.jvmOptions = new CommandElement();
        assertThat(target(Choices.NONE)).isEqualTo(JarSpec.of(project.resolve("target/shop.jar"), 8080));
    }

    @Test
    void anArtifactIsWhatTheShelfHasOfIt() throws InvalidPom {
        jar.file = null;
        jar.artifact = " acme:shop:app:RELEASE ";
        assertThat(target(Choices.NONE))
                .isEqualTo(new JarSpec(
                        Path.of("/m2/shop.jar"),
                        Optional.of("acme:shop:app:1.1.0"),
                        List.of(),
                        List.of(),
                        ContainerSpec.of(JarSpec.DEFAULT_IMAGE, 8080)));
    }

    @Test
    void theImageOfTheEnvironmentIsADefault() throws InvalidPom {
        Choices choices = Choices.NONE.orFrom(Map.of("FETCHMARK_JDK_IMAGE", "their/java:17"));
        assertThat(((JarSpec) target(choices)).container().image()).isEqualTo("their/java:17");
        jar.image = "acme/java:21";
        assertThat(((JarSpec) target(choices)).container().image()).isEqualTo("acme/java:21");
    }

    @Test
    void itMayBeAProcess() throws InvalidPom {
        Choices process = new Choices(
                Optional.empty(), Optional.of("process"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(draft.read(project, process).runtime()).isEqualTo(RuntimeChoice.PROCESS);
    }

    private TargetSpec target(Choices choices) throws InvalidPom {
        return draft.read(project, choices).target();
    }

    private static CommandElement line(String text) {
        CommandElement element = new CommandElement();
        element.set(text);
        return element;
    }
}
