package io.fetchmark.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.CopiedFile;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.plan.Volume;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetHashTest {

    @TempDir
    private Path project;

    @Test
    void eachTargetHasItsOwn() throws Exception {
        Path file = Files.writeString(project.resolve("shop.jar"), "one");
        List<TargetSpec> targets = List.of(
                NginxSpec.welcome("nginx:1.28"),
                NginxSpec.welcome("nginx:1.29"),
                new NginxSpec("nginx:1.28", Optional.empty(), Optional.empty(), Duration.ofMillis(5)),
                new NginxSpec("nginx:1.28", Optional.of(project), Optional.empty(), Duration.ZERO),
                new NginxSpec("nginx:1.28", Optional.empty(), Optional.of(file), Duration.ZERO),
                ContainerSpec.of("nginx:1.28", 80),
                ContainerSpec.of("nginx:1.28", 8080),
                ContainerSpec.of("nginx:1.28", 80).running(Map.of("MODE", "fast"), List.of()),
                ContainerSpec.of("nginx:1.28", 80).running(Map.of("MODE", "slow"), List.of()),
                ContainerSpec.of("nginx:1.28", 80).running(Map.of(), List.of("nginx")),
                JarSpec.of(file, 80),
                JarSpec.of(file, 80).running(List.of("-Xmx1g"), List.of()),
                ComposeSpec.of(file, "web", 80),
                ComposeSpec.of(file, "app", 80),
                new UrlSpec(URI.create("http://localhost:8080")),
                new UrlSpec(URI.create("http://localhost:8081")));

        Set<String> hashes = targets.stream().map(TargetHashTest::hash).collect(Collectors.toSet());

        assertThat(hashes).hasSize(targets.size()).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(targets.stream().map(TargetHashTest::hash)).containsAll(hashes);
    }

    @Test
    void bothSidesCount() {
        Plan plan = plan(NginxSpec.welcome("nginx:1.28"));
        assertThat(Stream.of(
                                plan,
                                plan.against(new Baseline.Beside(NginxSpec.welcome("nginx:1.28"))),
                                plan.against(new Baseline.Beside(NginxSpec.welcome("nginx:1.29"))))
                        .map(TargetHash::of)
                        .distinct())
                .hasSize(3);
    }

    @Test
    void theContentOfFilesCountsAndNotWhereTheyLie() throws Exception {
        Path www = Files.createDirectories(project.resolve("a/www"));
        Files.writeString(www.resolve("index.html"), "one");
        Files.createDirectories(www.resolve("deep"));
        Files.writeString(www.resolve("deep/b.html"), "two");
        String before = hash(content(www));

        Path moved = Files.move(www, project.resolve("elsewhere"));
        assertThat(hash(content(moved))).isEqualTo(before);

        Files.writeString(moved.resolve("deep/b.html"), "changed");
        String changed = hash(content(moved));
        Files.move(moved.resolve("deep/b.html"), moved.resolve("b.html"));
        assertThat(Set.of(before, changed, hash(content(moved)))).hasSize(3);
    }

    @Test
    void whatAContainerMayWriteToDoesNotCountAndWhatItMayOnlyReadDoes() throws Exception {
        Path file = Files.writeString(project.resolve("nginx.conf"), "one");
        String writable = hash(bound(file, false));
        String readOnly = hash(bound(file, true));
        Files.writeString(file, "two");

        assertThat(hash(bound(file, false))).isEqualTo(writable);
        assertThat(hash(bound(file, true))).isNotEqualTo(readOnly);
    }

    @Test
    void secretsDoNotCount() {
        ContainerSpec shop = ContainerSpec.of("shop", 80);
        assertThat(hash(shop.running(Map.of("DB_PASSWORD", "a"), List.of())))
                .isEqualTo(hash(shop.running(Map.of("DB_PASSWORD", "b"), List.of())))
                .isNotEqualTo(hash(shop));
    }

    @Test
    void aLoopOfLinksEndsAndAMissingFileIsNoHash() throws Exception {
        Files.writeString(project.resolve("index.html"), "one");
        Files.createSymbolicLink(project.resolve("loop"), project);
        assertThat(TargetHash.of(plan(new NginxSpec("nginx", Optional.of(project), Optional.empty(), Duration.ZERO))))
                .isPresent();
        assertThat(TargetHash.of(plan(JarSpec.of(project.resolve("missing.jar"), 80))))
                .isEmpty();
    }

    private static TargetSpec content(Path from) {
        return ContainerSpec.of("shop", 80)
                .made(ContainerSetup.of("shop").holding(List.of(new CopiedFile(from, "/srv")), List.of()));
    }

    private static TargetSpec bound(Path from, boolean readOnly) {
        return ContainerSpec.of("shop", 80)
                .made(ContainerSetup.of("shop").holding(List.of(), List.of(new Volume.Bind(from, "/srv", readOnly))));
    }

    private static String hash(TargetSpec target) {
        return TargetHash.of(plan(target)).orElseThrow();
    }

    private static Plan plan(TargetSpec target) {
        return new Plan(
                target,
                RuntimeChoice.AUTO,
                List.of(Scenario.of("home", Request.get("/"), new Load.Ladder(List.of(1)), Client.THREADS)),
                1);
    }
}
