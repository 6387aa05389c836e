package io.fetchmark.maven.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTest {

    @TempDir
    private Path target;

    @BeforeEach
    void thereAreTwoBuilds() throws IOException {
        for (String name : new String[] {"shop", "shop-too"}) {
            Files.createDirectories(target.resolve("it").resolve(name));
            Files.createDirectories(target.resolve("it-tmp").resolve(name));
        }
    }

    @Test
    void aTemporaryFileIsLeftOverByTheBuildWhoseFolderItIsIn() throws Exception {
        Path file = Files.createFile(target.resolve("it-tmp/shop/upload.tmp"));

        assertThat(of("shop").now()).contains(file.toString());
        assertThat(of("shop-too").now()).doesNotContain(file.toString());
    }

    @Test
    void aProcessIsLeftOverByTheBuildWhoseNameItInherited() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/environ")), "SKIPPED: only Linux shows what a process inherited");
        ProcessBuilder sleep = new ProcessBuilder("sleep", "60");
        sleep.environment().put("FETCHMARK_IT", build("shop").toRealPath().toString());
        Process process = sleep.start();
        try {
            assertThat(of("shop").now()).anyMatch(left -> left.startsWith("process " + process.pid() + " "));
            assertThat(of("shop-too").now()).noneMatch(left -> left.startsWith("process " + process.pid() + " "));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(of("shop").now()).noneMatch(left -> left.startsWith("process " + process.pid() + " "));
    }

    private Leftovers of(String name) {
        return new Leftovers(build(name));
    }

    private Path build(String name) {
        return target.resolve("it").resolve(name);
    }
}
