package io.fetchmark.target;

import io.fetchmark.plan.ExecutableJar;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.result.JarFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testcontainers.utility.MountableFile;

/** An executable jar in a container, into which it is copied with the libraries that its manifest names. */
final class JarTarget {

    private static final String FOLDER = "/app/";
    private static final int ALL_MAY_READ = 0644;
    private static final Set<String> LOCALES = Set.of("LC_ALL", "LC_CTYPE", "LANG");
    private static final String REMEDY = "name an image that has a java and is there by <jar><image> or"
            + " FETCHMARK_JDK_IMAGE=…, or run without a container by -Dfetchmark.runtime=process";

    private final JarSpec spec;
    private final Berth berth;

    JarTarget(JarSpec spec, Berth berth) {
        this.spec = spec;
        this.berth = berth;
    }

    StartedTarget start(StartListener listener) throws TargetFailure, InterruptedException, IOException {
        ExecutableJar jar = RequiredFiles.check(spec);
        JarFacts facts = JarFacts.of(spec.file(), spec.artifact(), Optional.empty());
        return new ContainerTarget(
                        spec.container().running(env(jar), command()), berth, REMEDY, container -> fit(container, jar))
                .start(listener)
                .running(facts);
    }

    /** What follows the program. */
    private List<String> command() {
        List<String> command = new ArrayList<>(spec.jvmOptions());
        command.addAll(List.of("-jar", FOLDER + nameThere()));
        command.addAll(spec.args());
        return command;
    }

    /** A JVM finds no file of another name where the image names no encoding, as most do not. */
    private String nameThere() {
        return spec.name().replaceAll("[^ -~]", "_");
    }

    /** Libraries are found by the names that the manifest gives them, so the JVM is told an encoding, which most images have. */
    private Map<String, String> env(ExecutableJar jar) {
        Map<String, String> env = spec.container().env();
        boolean plain =
                jar.libraries().stream().allMatch(library -> library.toString().matches("[ -~]*"));
        if (plain || !Collections.disjoint(env.keySet(), LOCALES)) {
            return env;
        }
        Map<String, String> more = new HashMap<>(env);
        more.put("LC_ALL", "C.UTF-8");
        return more;
    }

    private void fit(OwnedContainer container, ExecutableJar jar) {
        // Whatever an image for Java starts by itself: a shell, a check of certificates, or java.
        container.withCreateContainerCmdModifier(command -> command.withEntrypoint("java"));
        copy(container, spec.file(), nameThere());
        for (Path library : jar.libraries()) {
            copy(container, spec.file().resolveSibling(library), library.toString());
        }
    }

    private static void copy(OwnedContainer container, Path file, String name) {
        container.withCopyFileToContainer(MountableFile.forHostPath(file, ALL_MAY_READ), FOLDER + name);
    }
}
