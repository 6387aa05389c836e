package io.fetchmark.maven;

import io.fetchmark.fork.Jdk;
import io.fetchmark.maven.pom.InvalidPom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * The Java installations that Maven knows by its {@code toolchains.xml}, and the choice among them.
 *
 * @param ofBuild the one that the build has chosen for itself
 * @param ofVersion gives all of a version, or of a range of versions such as {@code [21,)}
 */
record Toolchains(Optional<Toolchain> ofBuild, Function<String, List<Toolchain>> ofVersion) {

    private static final String KIND = "jdk";

    static Toolchains of(ToolchainManager manager, MavenSession session) {
        return new Toolchains(
                Optional.ofNullable(manager.getToolchainFromBuildContext(KIND, session)),
                version -> manager.getToolchains(session, KIND, Map.of("version", version)));
    }

    /**
     * The JDK to drive the load with: what is asked for, else the toolchain that the build has chosen, else the one that
     * runs Maven.
     *
     * @param asked the home of a Java installation; a version or range that a toolchain has; or a feature version that
     *     is found in the usual places
     * @throws InvalidPom if there is no such installation
     */
    Jdk choose(Optional<String> asked) throws InvalidPom {
        if (asked.isPresent()) {
            return asked(asked.get().trim());
        }
        return ofBuild.flatMap(Toolchains::jdk).orElseGet(Jdk::running);
    }

    /** Those of at least that feature version. */
    List<Jdk> atLeast(int feature) {
        return matching("[" + feature + ",)").toList();
    }

    private Jdk asked(String text) throws InvalidPom {
        Optional<Path> home = path(text).filter(Files::isDirectory);
        if (home.isPresent()) {
            try {
                return Jdk.at(home.get());
            } catch (IOException e) {
                throw InvalidPom.ofProperty(KIND, e.getMessage() + ", was " + text);
            }
        }
        return matching(text)
                .findFirst()
                .or(() -> installed(text))
                .orElseThrow(() -> InvalidPom.ofProperty(
                        KIND,
                        "must be the home of a Java installation, or a version that toolchains.xml has or that is"
                                + " installed in a usual place, was " + text));
    }

    private static Optional<Jdk> installed(String text) {
        if (!text.matches("\\d{1,4}")) {
            return Optional.empty();
        }
        int feature = Integer.parseInt(text);
        return Stream.concat(Stream.of(Jdk.running()), Jdk.search(feature, System.getenv()).stream())
                .filter(jdk -> jdk.feature() == feature)
                .findFirst();
    }

    private Stream<Jdk> matching(String version) {
        return ofVersion.apply(version).stream().flatMap(toolchain -> jdk(toolchain).stream());
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
