package io.fetchmark.result;

import io.fetchmark.json.Json;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.CopiedFile;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.plan.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fingerprint of both sides of a run: the SHA-256, in hexadecimal, of what target and baseline are made of by the
 * configuration, and of the content of the files that it names. Values that may be secrets do not count, nor does where a
 * project lies on the disk, nor the image behind a name.
 */
public final class TargetHash {

    private final List<String> parts = new ArrayList<>();

    private TargetHash() {}

    /** The fingerprint of a plan as its files are now; absent if one cannot be read. */
    public static Optional<String> of(Plan plan) {
        TargetHash hash = new TargetHash();
        try {
            hash.target(plan.target());
            if (plan.baseline().isPresent()) {
                hash.baseline(plan.baseline().get());
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        byte[] whole = Json.line(hash.parts).getBytes(StandardCharsets.UTF_8);
        return Optional.of(HexFormat.of().formatHex(ScenarioHash.sha256().digest(whole)));
    }

    private void baseline(Baseline baseline) throws IOException {
        parts.add("baseline");
        if (baseline instanceof Baseline.Beside beside) {
            target(beside.target());
        } else if (baseline instanceof Baseline.Recorded recorded) {
            target(recorded.reference());
        }
    }

    private void target(TargetSpec spec) throws IOException {
        parts.add(spec.kind());
        if (spec instanceof NginxSpec nginx) {
            parts.addAll(List.of(
                    nginx.image(), nginx.delay().toString(), nginx.port().toString()));
            optional("content", nginx.content());
            optional("config", nginx.config());
        } else if (spec instanceof ContainerSpec container) {
            container(container);
        } else if (spec instanceof JarSpec jar) {
            parts.add(jar.artifact().orElse(""));
            if (jar.artifact().isEmpty()) {
                file(jar.file());
            }
            parts.add(Json.line(List.of(jar.jvmOptions(), jar.args())));
            container(jar.container());
        } else if (spec instanceof ComposeSpec compose) {
            parts.addAll(List.of(compose.service(), "" + compose.port(), Json.line(compose.comparableEnv())));
            file(compose.file());
        } else if (spec instanceof UrlSpec url) {
            parts.add(url.url().toString());
        }
    }

    private void container(ContainerSpec container) throws IOException {
        parts.add("" + container.port());
        setup(container.setup());
        for (Companion companion : container.companions()) {
            parts.addAll(List.of("with", companion.name()));
            setup(companion.setup());
        }
    }

    private void setup(ContainerSetup setup) throws IOException {
        parts.add(setup.image());
        parts.add(Json.line(List.of(setup.comparableEnv(), setup.command(), setup.aliases(), setup.resources())));
        for (CopiedFile file : setup.content()) {
            parts.add(file.to());
            tree(file.from());
        }
        for (Volume volume : setup.volumes()) {
            parts.addAll(List.of(volume.getClass().getSimpleName(), volume.to()));
            if (volume instanceof Volume.Bind bind && bind.readOnly()) {
                // What the container may write to is not what it was by the time that it is judged.
                tree(bind.from());
            }
        }
    }

    private void optional(String name, Optional<Path> path) throws IOException {
        if (path.isPresent()) {
            parts.add(name);
            tree(path.get());
        }
    }

    /** A file, or all files below a folder with their paths in it. */
    private void tree(Path root) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(root)) {
            all = paths.sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : all) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            parts.add(root.relativize(path).toString());
            if (Files.isRegularFile(path)) {
                file(path);
            } else if (Files.isSymbolicLink(path)) {
                parts.add("to " + Files.readSymbolicLink(path));
            }
        }
    }

    private void file(Path file) throws IOException {
        parts.add(JarFacts.sha256(file));
    }
}
