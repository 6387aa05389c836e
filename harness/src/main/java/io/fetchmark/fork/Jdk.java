package io.fetchmark.fork;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java installation.
 *
 * @param home its directory, which holds {@code bin/java}
 * @param version for example 21.0.4
 */
public record Jdk(Path home, Runtime.Version version) {

    /** The one that runs this program. */
    public static Jdk running() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version());
    }

    /**
     * The installation in that directory.
     *
     * @throws IOException if there is none; the message says what is missing
     */
    public static Jdk at(Path home) throws IOException {
        if (!Files.isExecutable(executable(home))) {
            throw new IOException("no Java installation: " + executable(home) + " is missing or may not be run");
        }
        Properties release = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
            release.load(reader);
        }
        String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
        try {
            return new Jdk(home, Runtime.Version.parse(version));
        } catch (IllegalArgumentException e) {
            throw new IOException(home.resolve("release") + " names no JAVA_VERSION that can be read: " + version, e);
        }
    }

    /**
     * The lowest version of at least {@code feature} in the usual places: {@code JAVA_HOME} and
     * {@code JAVA_HOME_<version>_<arch>} of the environment (as CI runners set them), {@code /usr/lib/jvm}, SDKMAN!,
     * and {@code /Library/Java/JavaVirtualMachines}.
     */
    public static Optional<Jdk> search(int feature, Map<String, String> environment) {
        Stream<Path> named = environment.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals("JAVA_HOME") || entry.getKey().startsWith("JAVA_HOME_"))
                .map(entry -> Path.of(entry.getValue()));
        // A relative one is no home: Java says ? of a user whom the system does not know.
        Path user = Path.of("/").resolve(System.getProperty("user.home", "."));
        Stream<Path> installed = Stream.of(
                        Path.of("/usr/lib/jvm"),
                        user.resolve(".sdkman/candidates/java"),
                        user.resolve(".jdks"),
                        Path.of("/Library/Java/JavaVirtualMachines"))
                .flatMap(folder -> children(folder).stream())
                .flatMap(child -> Stream.of(child, child.resolve("Contents/Home")));
        return Stream.concat(named, installed)
                .flatMap(home -> tryAt(home).stream())
                .filter(jdk -> jdk.feature() >= feature)
                .min(Comparator.comparing(Jdk::version));
    }

    /** The feature version, for example 21. */
    public int feature() {
        return version.feature();
    }

    /** The program that starts it. */
    public Path executable() {
        return executable(home);
    }

    private static Path executable(Path home) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return home.resolve("bin").resolve(windows ? "java.exe" : "java");
    }

    private static Optional<Jdk> tryAt(Path home) {
        try {
            return Optional.of(at(home));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
