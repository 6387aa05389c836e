package io.fetchmark.maven;

import io.fetchmark.fork.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/** The Java installations that Maven's {@code toolchains.xml} names, and the choice among them. */
record Toolchains(ToolchainManager manager, MavenSession session) {

    private static final String KIND = "jdk";

    /**
     * The JDK to drive the load with: what is asked for, else the toolchain that the build has chosen, else the one that
     * runs Maven.
     *
     * @param asked the home of a Java installation, or a version or range of versions
     * @throws IOException if there is no such installation; the message says which there are
     */
    Jdk choose(Optional<String> asked) throws IOException {
        if (asked.isPresent()) {
            return asked(asked.get().trim());
        }
        Optional<Jdk> ofBuild = Optional.ofNullable(manager.getToolchainFromBuildContext(KIND, session))
                .flatMap(Toolchains::jdk);
        return ofBuild.orElseGet(Jdk::running);
    }

    /** Those of at least that feature version. */
    List<Jdk> atLeast(int feature) {
        return matching("[" + feature + ",)").toList();
    }

    private Jdk asked(String text) throws IOException {
        Optional<Path> home = path(text).filter(Files::isDirectory);
        if (home.isPresent()) {
            return Jdk.at(home.get());
        }
        return matching(text)
                .findFirst()
                .or(() -> running(text))
                .orElseThrow(() -> new IOException(
                        "-Dfetchmark.jdk: must be the home of a Java installation, or a version of which toolchains.xml has"
                                + " one, was " + text));
    }

    private static Optional<Jdk> running(String version) {
        return Optional.of(Jdk.running())
                .filter(jdk -> Integer.toString(jdk.feature()).equals(version));
    }

    private Stream<Jdk> matching(String version) {
        return manager.getToolchains(session, KIND, Map.of("version", version)).stream()
                .flatMap(toolchain -> jdk(toolchain).stream());
    }

    private static Optional<Jdk> jdk(Toolchain toolchain) {
        return Optional.ofNullable(toolchain.findTool("java"))
                .flatMap(java -> Optional.ofNullable(Path.of(java).getParent()))
                .flatMap(bin -> Optional.ofNullable(bin.getParent()))
                .flatMap(Toolchains::at);
    }

    private static Optional<Jdk> at(Path home) {
        try {
            return Optional.of(Jdk.at(home));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
