package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecutableJarTest {

    @TempDir
    private Path folder;

    @Test
    void needsNothingBesideItIfItsManifestNamesNothing() throws IOException {
        Path file = jar(Map.of(Name.MAIN_CLASS, "Shop"));
        assertThat(ExecutableJar.at(file)).isEqualTo(new ExecutableJar(file, List.of()));
    }

    @Test
    void librariesAreThoseOfItsManifestThatLieBelowIt() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.createFile(folder.resolve("lib/a b.jar"));
        Files.createFile(folder.resolve("z.jar"));
        Path above = Files.createFile(folder.resolveSibling(folder.getFileName() + "-above.jar"));
        Path file = jar(Map.of(
                Name.MAIN_CLASS,
                "Shop",
                Name.CLASS_PATH,
                "z.jar ./lib/a%20b.jar lib/../z.jar gone.jar . ../" + above.getFileName() + " file:/etc/hosts %"));
        try {
            assertThat(ExecutableJar.at(file).libraries()).containsExactly(Path.of("z.jar"), Path.of("lib/a b.jar"));
        } finally {
            Files.delete(above);
        }
    }

    @Test
    void whatIsNoneIsRefusedWithTheReason() throws IOException {
        wrong(folder.resolve("shop.jar"), "must be a jar that is there when the goal runs (the phase package makes");
        wrong(folder, "must be a jar and no folder");
        wrong(Files.writeString(folder.resolve("text.jar"), "no zip"), "must be a jar that can be read (");
        wrong(
                jar(Map.of()),
                "must be an executable jar, whose manifest has a Main-Class (as the plugins of frameworks and");
    }

    private static void wrong(Path file, String reason) {
        assertThatThrownBy(() -> ExecutableJar.at(file))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("file: " + reason)
                .hasMessageEndingWith(", was " + file);
    }

    private Path jar(Map<Name, String> attributes) throws IOException {
        Path file = folder.resolve("app.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::put);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }
}
