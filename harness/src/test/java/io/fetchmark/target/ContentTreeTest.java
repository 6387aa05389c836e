package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container gets of a folder with links in it. */
final class ContentTreeTest {

    private static final String ELEMENT = "<nginx><content>";

    @TempDir
    Path directory;

    private Path folder = Path.of("www");

    @BeforeEach
    void setUp() throws IOException {
        assumeThat(System.getProperty("os.name")).as("SKIPPED: no links").doesNotContain("Windows");
        folder = directory.resolve("www");
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/page.html"), "page");
    }

    @Test
    void linksWithinTheFolderAreFollowed() throws Exception {
        Files.createSymbolicLink(folder.resolve("index.html"), Path.of("a/page.html"));
        Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
        assertThat(copied("/srv/www", OptionalInt.of(0644)))
                .isEqualTo(new TreeMap<>(Map.of(
                        "srv/www/", "40755",
                        "srv/www/a/", "40755",
                        "srv/www/a/page.html", "100644 page",
                        "srv/www/b/", "40755",
                        "srv/www/b/page.html", "100644 page",
                        "srv/www/index.html", "100644 page")));
    }

    @Test
    void theFolderItselfMayBeALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("current"), folder);
        folder = link;
        assertThat(copied("/srv", OptionalInt.empty())).containsKey("srv/a/page.html");
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedByItsName() throws Exception {
        Path outside = Files.writeString(directory.resolve("secret"), "s");
        Files.createSymbolicLink(folder.resolve("a/l"), Path.of("../../secret"));
        assertThatThrownBy(() -> ContentTree.of(ELEMENT, folder, OptionalInt.empty()))
                .isInstanceOf(TargetFailure.class)
                .hasMessage(
                        ELEMENT + ": must be a file, or a folder of files and folders, that can be read, was " + folder
                                + ", where a/l is a link out of the folder, to " + outside.toRealPath()
                                + ": put a copy in its place, or move the file");
    }

    @Test
    void aLinkToAFolderThatItIsInIsRefusedByItsName() throws Exception {
        Files.createSymbolicLink(folder.resolve("a/up"), Path.of(".."));
        assertThatThrownBy(() -> ContentTree.of(ELEMENT, folder, OptionalInt.empty()))
                .hasMessageContaining("where a/up is a link to a folder that it is in, which has no end: remove it");
    }

    @Test
    void aLinkToNothingOrToItselfIsRefusedByItsName() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("broken"), Path.of("none"));
        assertThatThrownBy(() -> ContentTree.of(ELEMENT, folder, OptionalInt.empty()))
                .hasMessageContaining("where broken is a link to none, which is not there");
        Files.delete(link);
        Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
        assertThatThrownBy(() -> ContentTree.of(ELEMENT, folder, OptionalInt.empty()))
                .hasMessageContaining("where self is a link to self");
    }

    @Test
    void whatIsNoFileIsRefusedByItsName() throws Exception {
        assumeThat(Docker.succeeds("mkfifo", folder.resolve("pipe").toString()))
                .as("SKIPPED: no mkfifo")
                .isTrue();
        assertThatThrownBy(() -> ContentTree.of(ELEMENT, folder, OptionalInt.empty()))
                .hasMessageContaining("where pipe is no file or folder that can be read");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> ContentTree.of(ELEMENT, missing, OptionalInt.empty()))
                .hasMessage(ELEMENT + ": must be a file or folder that can be read, was " + missing);
    }

    private Map<String, String> copied(String destination, OptionalInt mode) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream output = new TarArchiveOutputStream(bytes)) {
            ContentTree.of(ELEMENT, folder, mode).transferTo(output, destination);
        }
        Map<String, String> entries = new TreeMap<>();
        try (TarArchiveInputStream input = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (TarArchiveEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
                entries.put(entry.getName(), (Integer.toOctalString(entry.getMode()) + " " + text).strip());
            }
        }
        return entries;
    }
}
