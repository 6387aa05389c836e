package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.CopiedFile;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.Resources;
import io.fetchmark.plan.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link PlanReaderTest}, of {@code <container>}. */
final class ContainerReaderTest {

    @TempDir
    Path project;

    private final Draft draft = new Draft();

    @Test
    void anyImageIsATarget() throws InvalidPom {
        draft.container();
        assertThat(read().target()).isEqualTo(ContainerSpec.of("acme/shop:1.4", 8080));
    }

    @Test
    void everyElementOfAContainerReachesThePlan() throws InvalidPom {
        draft.container().env = new LinkedHashMap<>();
        draft.container().env.put("JAVA_OPTS", "-Xmx256m -ea");
        draft.container().env.put("EMPTY", null);
        draft.container().command = new CommandElement();
        draft.container().command.set("nginx -g 'daemon off;'  \"a\"'b c'");
        draft.ready().path = "/health";
        draft.ready().timeout = "2m";
        draft.container().cpus = "1.5";
        draft.container().cpuset = "0,2-3";
        draft.container().memory = "512m";
        draft.container().aliases = "shop, shop.local";
        assertThat(read().target())
                .isEqualTo(new ContainerSpec(
                        ContainerSetup.of("acme/shop:1.4")
                                .running(
                                        Map.of("JAVA_OPTS", "-Xmx256m -ea", "EMPTY", ""),
                                        List.of("nginx", "-g", "daemon off;", "ab c"))
                                .alias(List.of("shop", "shop.local"))
                                .using(Resources.atMost(OptionalDouble.of(1.5), Optional.of(new MemorySize(512L << 20)))
                                        .on("0,2-3")),
                        8080,
                        Readiness.of("/health").within(Duration.ofMinutes(2)),
                        List.of()));
    }

    @Test
    void whatAContainerIsGivenReachesThePlan() throws InvalidPom, IOException {
        Files.createDirectory(project.resolve("www"));
        draft.container().content = List.of(Draft.file("www", "/srv/www"));
        draft.container().volumes = List.of(
                Draft.volume("www", null, "/a"), Draft.volume(null, "cache", "/b"), Draft.volume(null, null, "/c"));
        draft.container().volumes.get(0).readOnly = "true";
        assertThat(((ContainerSpec) read().target()).setup())
                .isEqualTo(ContainerSetup.of("acme/shop:1.4")
                        .holding(
                                List.of(new CopiedFile(project.resolve("www"), "/srv/www")),
                                List.of(
                                        new Volume.Bind(project.resolve("www"), "/a", true),
                                        new Volume.Named("cache", "/b", false),
                                        new Volume.Anonymous("/c"))));
    }

    @Test
    void companionsOfAContainerReachThePlan() throws InvalidPom {
        ContainerElement db = Draft.companion("db", "postgres:16");
        db.ready = new ReadyElement();
        db.ready.log = "ready to accept";
        ContainerElement cache = Draft.companion("cache", "redis:7");
        cache.port = "6379";
        draft.container().with = List.of(db, cache);
        assertThat(read().target())
                .isEqualTo(ContainerSpec.of("acme/shop:1.4", 8080)
                        .with(
                                new Companion(
                                        "db",
                                        ContainerSetup.of("postgres:16"),
                                        OptionalInt.empty(),
                                        Readiness.by(new ReadySign.Says("ready to accept"))),
                                new Companion(
                                        "cache",
                                        ContainerSetup.of("redis:7"),
                                        OptionalInt.of(6379),
                                        Readiness.by(new ReadySign.Listens()))));
    }

    @Test
    void aContainerMayBeReadyByItsPort() throws InvalidPom {
        draft.ready().port = new EmptyElement();
        draft.ready().timeout = "5s";
        assertThat(((ContainerSpec) read().target()).ready())
                .isEqualTo(Readiness.by(new ReadySign.Listens()).within(Duration.ofSeconds(5)));
    }

    @Test
    void theCommandOfAContainerMayBeAListOfItsWords() throws InvalidPom {
        CommandElement command = new CommandElement();
        command.addArg("sh");
        command.addArg("-c");
        command.addArg("exec nginx 'x' \"");
        draft.container().command = command;
        assertThat(((ContainerSpec) read().target()).setup().command())
                .containsExactly("sh", "-c", "exec nginx 'x' \"");
    }

    @Test
    void theChosenImageIsTheOneOfNginxAlone() throws InvalidPom {
        draft.container();
        assertThat(draft.read(project, Choices.NONE.orFrom(Map.of("FETCHMARK_IMAGE", "theirs:3")))
                        .target())
                .isEqualTo(ContainerSpec.of("acme/shop:1.4", 8080));
    }

    private Plan read() throws InvalidPom {
        return draft.read(project, Choices.NONE);
    }
}
