package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.HarnessOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;

final class WorkerChoiceTest {

    @Test
    void aWorkerHasWhatItNeedsOnItsClassPathAndNothingElse() throws Exception {
        List<Artifact> artifacts = Stream.of(
                        "io.fetchmark:fetchmark-maven-plugin",
                        "io.fetchmark:fetchmark-harness",
                        "com.fasterxml.jackson.core:jackson-databind",
                        "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
                        "org.hdrhistogram:HdrHistogram",
                        "org.testcontainers:testcontainers",
                        "commons-beanutils:commons-beanutils")
                .map(WorkerChoiceTest::artifact)
                .toList();

        HarnessOptions options = new WorkerChoice(
                        new Toolchains(Optional.empty(), version -> List.of()), null, null, null, artifacts, null)
                .options(Path.of("any"), Map.of());

        assertThat(options.classPath()).hasSize(artifacts.size());
        assertThat(options.workerClassPath())
                .extracting(Path::toString)
                .containsExactly(
                        "fetchmark-harness.jar",
                        "jackson-databind.jar",
                        "jackson-datatype-jdk8.jar",
                        "HdrHistogram.jar");
    }

    private static Artifact artifact(String name) {
        String[] parts = name.split(":", -1);
        Artifact artifact =
                new DefaultArtifact(parts[0], parts[1], "1", "compile", "jar", "", new DefaultArtifactHandler("jar"));
        artifact.setFile(Path.of(parts[1] + ".jar").toFile());
        return artifact;
    }
}
