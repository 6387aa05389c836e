package io.fetchmark.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An executable jar, in a container that has a Java, or as a process of this machine.
 *
 * @param file the jar; whether it is there shows when it is started
 * @param artifact where it comes from, as {@code group:artifact:version}; absent if it is just a file
 * @param jvmOptions of its JVM, for example {@code -Xmx256m}
 * @param args what its main method is given
 * @param container how its container is set up, but for the command, which is made. As a process it has only the port,
 *     environment and readiness of this
 */
public record JarSpec(
        Path file, Optional<String> artifact, List<String> jvmOptions, List<String> args, ContainerSpec container)
        implements TargetSpec {

    /** The image of a container if none is named. */
    public static final String DEFAULT_IMAGE = "eclipse-temurin:21-jre";

    public JarSpec {
        jvmOptions = List.copyOf(jvmOptions);
        args = List.copyOf(args);
        if (!container.command().isEmpty()) {
            throw new InvalidValue("command", "must not be given: it runs the jar, was " + container.command());
        }
    }

    /** A file with nothing but its port. */
    public static JarSpec of(Path file, int port) {
        return new JarSpec(file, Optional.empty(), List.of(), List.of(), ContainerSpec.of(JarSpec.DEFAULT_IMAGE, port));
    }

    /** This jar with other options and arguments. */
    public JarSpec running(List<String> newJvmOptions, List<String> newArgs) {
        return new JarSpec(file, artifact, newJvmOptions, newArgs, container);
    }

    /** This jar in another container. */
    public JarSpec in(ContainerSpec other) {
        return new JarSpec(file, artifact, jvmOptions, args, other);
    }

    /** The name of the file. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public String kind() {
        return "jar";
    }

    @Override
    public boolean isTls() {
        return false;
    }
}
