package io.fetchmark.target;

import io.fetchmark.plan.ExecutableJar;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.result.JarFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.testcontainers.utility.MountableFile;

/** An executable jar in a container, into which it is copied with the libraries that its manifest names. */
final class JarTarget {

    private static final String FOLDER = "/app/";
    private static final int ALL_MAY_READ = 0644;
    private static final String REMEDY = "name an image that has a java and is there by <jar><image> or"
            + " FETCHMARK_JDK_IMAGE=…, or run without a container by -Dfetchmark.runtime=process";

    private final JarSpec spec;
    private final Berth berth;

    JarTarget(JarSpec spec, Berth berth) {
        this.spec = spec;
        this.berth = berth;
    }

    StartedTarget start(Consumer<String> say) throws TargetFailure, InterruptedException, IOException {
        ExecutableJar jar = RequiredFiles.check(spec);
        JarFacts facts = JarFacts.of(spec.file(), spec.artifact(), Optional.empty());
        return new ContainerTarget(
                        spec.container().running(spec.container().env(), command()),
                        berth,
                        REMEDY,
                        container -> fit(container, jar))
                .start(say)
                .running(facts);
    }

    /** What follows the program. */
    private List<String> command() {
        List<String> command = new ArrayList<>(spec.jvmOptions());
        command.addAll(List.of("-jar", FOLDER + spec.name()));
        command.addAll(spec.args());
        return command;
    }

    private void fit(OwnedContainer container, ExecutableJar jar) {
        // Whatever an image for Java starts by itself: a shell, a check of certificates, or java.
        container.withCreateContainerCmdModifier(command -> command.withEntrypoint("java"));
        copy(container, spec.file(), spec.name());
        for (Path library : jar.libraries()) {
            copy(container, spec.file().resolveSibling(library), library.toString());
        }
    }

    private static void copy(OwnedContainer container, Path file, String name) {
        container.withCopyFileToContainer(MountableFile.forHostPath(file, ALL_MAY_READ), FOLDER + name);
    }
}
