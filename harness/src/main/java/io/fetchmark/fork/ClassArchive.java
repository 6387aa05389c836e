package io.fetchmark.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The loaded classes of a JVM in a file that the next JVM of its kind maps into its memory, which spares it most of its
 * start: a dynamic class data sharing archive (JEP 350), or from JDK 25 on a cache (JEP 514) that also holds which methods
 * were worth compiling (JEP 515). The first JVM of a kind makes the file as it ends. One kind is one Java installation with one class path; a JVM checks that itself, too, and does without a file that does not fit.
 *
 * <p>Files are kept in a cache directory of the user's, {@value #MOST} at most. Where anything is in the way, there is no
 * archive, and the JVM starts as it does without. A JVM that maps a torn file dies, so one is mapped only if it is whole and this user's own
 * ({@link ArchiveSeal}).
 */
public final class ClassArchive {

    private static final int MOST = 8;
    private static final String SUFFIX = ".jsa";

    /** The first JDK that makes a cache as it ends. */
    private static final int CACHING_JDK = 25;

    private final boolean cached;
    private final Optional<Path> file;
    private final Path draft;
    private final ArchiveSeal seal = new ArchiveSeal();

    private ClassArchive(Jdk jdk, Optional<Path> file) {
        this.cached = jdk.feature() >= CACHING_JDK;
        this.file = file;
        this.draft = file.orElse(Path.of("none")).resolveSibling(UUID.randomUUID() + ".tmp");
    }

    /** The directory for archives in a user's cache. */
    public static Path directory(Path cache) {
        return cache.resolve("fetchmark").resolve("classes");
    }

    /**
     * The archive for a kind of JVM.
     *
     * @param directory where archives are kept; made if it is missing
     * @param options of the JVM
     */
    public static ClassArchive of(Path directory, Jdk jdk, List<Path> classPath, List<String> options) {
        try {
            boolean others = options.stream().map(OptionKind::of).anyMatch(OptionKind.CLASS_ARCHIVE::equals);
            if (others || !classPath.stream().allMatch(ClassArchive::isJar)) {
                // What lies in directories cannot be archived, and a user's own options of archives are at odds with
                // ours.
                return new ClassArchive(jdk, Optional.empty());
            }
            Files.createDirectories(directory);
            return new ClassArchive(jdk, Optional.of(directory.resolve(key(jdk, classPath, options) + SUFFIX)));
        } catch (IOException | SecurityException e) {
            return new ClassArchive(jdk, Optional.empty());
        }
    }

    /** What the JVM is to be told: to use the archive, or to make it if it is not there. */
    public List<String> options() {
        return file.map(path -> seal.holds(path) ? toUse(path) : toMake()).orElse(List.of());
    }

    private List<String> toUse(Path path) {
        return cached
                ? List.of("-XX:AOTCache=" + path, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of("-XX:SharedArchiveFile=" + path, "-Xlog:cds=off");
    }

    private List<String> toMake() {
        return cached
                ? List.of("-XX:AOTCacheOutput=" + draft, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of("-XX:ArchiveClassesAtExit=" + draft, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** The JVM has ended: keeps what it made, if it ended well, and forgets the archives that were used least lately. */
    public void ended(boolean well) {
        try {
            if (file.isEmpty()) {
                return;
            }
            Path kept = file.get();
            if (!well) {
                Files.deleteIfExists(draft);
            } else if (Files.exists(draft)) {
                seal.set(draft, kept);
                prune(kept);
            } else if (Files.exists(kept)) {
                Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
            }
        } catch (IOException | SecurityException e) {
            // The next JVM starts without, as this one did.
        }
    }

    private static void prune(Path kept) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(kept.resolveSibling("."))) {
            all = files.sorted(Comparator.comparing(ClassArchive::lastUsed).reversed())
                    .toList();
        }
        FileTime dayAgo = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        int archives = 0;
        for (Path each : all) {
            // Anything else is what a JVM that was killed left unfinished, or what one is at just now.
            boolean old = each.toString().endsWith(SUFFIX)
                    ? ++archives > MOST
                    : !ArchiveSeal.isOfFile(each) && lastUsed(each).compareTo(dayAgo) < 0;
            if (old) {
                ArchiveSeal.delete(each);
            }
        }
    }

    private static FileTime lastUsed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.from(Instant.EPOCH);
        }
    }

    private static boolean isJar(Path path) {
        return path.toString().endsWith(".jar") && Files.isRegularFile(path);
    }

    private static String key(Jdk jdk, List<Path> classPath, List<String> options) throws IOException {
        StringBuilder kind = new StringBuilder();
        kind.append(jdk.home()).append('\n').append(jdk.version()).append('\n').append(options);
        for (Path jar : classPath) {
            kind.append('\n').append(jar).append(' ').append(Files.size(jar)).append(' ');
            kind.append(Files.getLastModifiedTime(jar).toMillis());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(kind.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
