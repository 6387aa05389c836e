package io.fetchmark.target;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.MemorySize;
import io.fetchmark.plan.Resources;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar in a container of a real engine. */
final class JarTargetTest {

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void assumeEngine() throws IOException {
        Docker.assumeEngine();
        assumeTrue(
                Docker.has(image()), "SKIPPED: no image " + image() + " with a Java; run the tests by dev/with-docker");
        jar = Shop.jar(directory);
    }

    @Test
    void itServesUntilItIsClosedAndItsDeathIsTold() throws Exception {
        ContainerSpec container = ContainerSpec.of(image(), 8080)
                .running(Map.of("SHOP_WORD", "hush hush"), List.of())
                .using(Resources.atMost(OptionalDouble.of(1), Optional.of(MemorySize.parse("256m"))));
        JarSpec spec = JarSpec.of(jar, 8080)
                .running(List.of("-Xmx64m", "-Dshop.option=x y"), List.of("serve", "8080", "a b"))
                .in(container);
        long owner;
        try (Hosted host = start(spec)) {
            TargetFacts facts = host.facts();
            assertThat(facts.kind()).isEqualTo("jar");
            assertThat(facts.runtime()).isEqualTo(TargetRuntime.DOCKER);
            assertThat(facts.networkPath()).isIn(NetworkPath.DIRECT, NetworkPath.MAPPED);
            assertThat(facts.image()).contains(image());
            assertThat(facts.jar().orElseThrow()).satisfies(jarFacts -> {
                assertThat(jarFacts.file()).isEqualTo("shop.jar");
                assertThat(jarFacts.artifact()).isEmpty();
                assertThat(jarFacts.java()).isEmpty();
            });
            assertThat(Hosts.get(facts.url(), "/given").body()).isEqualTo("serve|8080|a b|hush hush|x y|null");
            owner = host.pid().orElseThrow();
            String id = Docker.containers(owner).get(0);
            assertThat(Docker.run("docker", "inspect", "-f", "{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}}", id))
                    .isEqualTo("1000000000 268435456");
            Docker.run("docker", "kill", id);
            assertThat(host.death().get(30, SECONDS)).contains("ended with exit status 137", "the shop does serve");
        }
        assertThat(Docker.containers(owner)).isEmpty();
        assertThat(directory.resolve("target.log")).content().doesNotContain("hush hush");
    }

    @Test
    void librariesOfItsManifestAreCopiedWithIt() throws Exception {
        Path lib = Files.createDirectory(directory.resolve("lib"));
        Files.move(jar, lib.resolve("shop-classes.jar"));
        Path thin = Jars.executable(directory.resolve("thin.jar"), Shop.class.getName(), "lib/shop-classes.jar");
        JarSpec spec = JarSpec.of(thin, 8080)
                .running(List.of(), List.of("serve", "8080"))
                .in(ContainerSpec.of(image(), 8080));
        try (Hosted host = start(spec)) {
            assertThat(Hosts.get(host.facts().url(), "/").body()).isEqualTo("good day");
        }
    }

    @Test
    void aJarOfANameBeyondAsciiIsFoundByAJavaThatKnowsNoOtherNames() throws Exception {
        JarSpec spec = JarSpec.of(Files.move(jar, directory.resolve("Shöp v1.jar")), 8080)
                .running(List.of(), List.of("serve", "8080"))
                .in(ContainerSpec.of(image(), 8080).running(Map.of("LC_ALL", "POSIX"), List.of()));
        try (Hosted host = start(spec)) {
            assertThat(host.facts().jar().orElseThrow().file()).isEqualTo("Shöp v1.jar");
            assertThat(Hosts.get(host.facts().url(), "/").body()).isEqualTo("good day");
        }
    }

    @Test
    void anImageWithoutJavaIsToldAsTheEngineTellsIt() {
        JarSpec spec = JarSpec.of(jar, 8080).in(ContainerSpec.of(Docker.image(), 8080));
        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("the engine does not start the container of " + Docker.image())
                .hasMessageContaining("executable file not found");
    }

    @Test
    void anImageThatIsNotToBeHadIsToldWithTheOtherWays() {
        JarSpec spec = JarSpec.of(jar, 8080).in(ContainerSpec.of("localhost:1/acme/java:21", 8080));
        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("the image localhost:1/acme/java:21 was not found")
                .hasMessageContaining("<jar><image> or FETCHMARK_JDK_IMAGE")
                .hasMessageContaining("-Dfetchmark.runtime=process");
    }

    private Hosted start(JarSpec spec) throws TargetFailure, InterruptedException {
        return Hosts.start(Hosts.order(spec, RuntimeChoice.AUTO, directory));
    }

    private static String image() {
        return Optional.ofNullable(System.getenv("FETCHMARK_JDK_IMAGE")).orElse(JarSpec.DEFAULT_IMAGE);
    }
}
