package io.fetchmark.target;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The environment of the JVM that owns the target. Testcontainers takes these switches from nowhere else.
 *
 * <ul>
 *   <li>{@code TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1} unless the user has set it, or the engine is on another machine:
 *       where published ports are looked for. Left to itself, Testcontainers may take the address of a bridge, or pull an
 *       image to find out.
 *   <li>{@code TESTCONTAINERS_RYUK_DISABLED=true} unless the user has set it, or the {@code docker} command says that
 *       an image of Ryuk is here. The JVM removes its container itself when its parent is gone, and a sweep at the next
 *       start finds what a kill of both has left; Ryuk is a second pair of eyes, never worth minutes of pulling.
 * </ul>
 */
final class HostEnvironment {

    private static final String RYUK = "TESTCONTAINERS_RYUK_DISABLED";
    private static final String HOST = "TESTCONTAINERS_HOST_OVERRIDE";
    private static final String LOOPBACK = "127.0.0.1";

    private HostEnvironment() {}

    /** What to add to the environment of this JVM, where {@code own} has the last word. */
    static Map<String, String> of(Map<String, String> own) {
        Map<String, String> variables = new HashMap<>();
        if (System.getenv(HOST) == null
                && !isRemote(own.getOrDefault("DOCKER_HOST", System.getenv().getOrDefault("DOCKER_HOST", "")))) {
            variables.put(HOST, LOOPBACK);
        }
        if (System.getenv(RYUK) == null && !ryukIsHere(own)) {
            variables.put(RYUK, "true");
        }
        variables.putAll(own);
        return variables;
    }

    /** Where published ports are looked for if the user says so; to be asked in the JVM that owns the target. */
    static Optional<String> hostOverride() {
        return Optional.ofNullable(System.getenv(HOST)).filter(host -> !host.equals(LOOPBACK));
    }

    private static boolean isRemote(String engine) {
        try {
            return !Engine.isLocal(URI.create(engine.strip()));
        } catch (IllegalArgumentException e) {
            // It says what is wrong with it when the engine is looked for.
            return false;
        }
    }

    private static boolean ryukIsHere(Map<String, String> own) {
        boolean command = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker")));
        if (!command) {
            return false;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            "docker", "image", "ls", "--quiet", "--filter", "reference=testcontainers/ryuk")
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(own);
            Process list = builder.start();
            try {
                return list.waitFor(5, TimeUnit.SECONDS)
                        && list.exitValue() == 0
                        && list.getInputStream().read() != -1;
            } finally {
                list.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
