package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedAndItsFolderIsMade() throws Exception {
        Path below = folder.resolve("a/b");
        Path file = below.resolve("file.txt");
        WholeFile.write(file, "old – text");
        WholeFile.write(file, "new – text");
        assertThat(file).hasContent("new – text");
        assertThat(names(below)).containsExactly("file.txt");
    }

    @Test
    void whatCannotBeWrittenToItsEndLeavesTheOldFileWhole() throws Exception {
        Path file = folder.resolve("file.txt");
        WholeFile.write(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, output -> {
                    output.write("ne".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("half way");
                }))
                .isInstanceOf(UnwrittenFileException.class)
                .hasMessage(file + " could not be written: half way");
        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("file.txt");
    }

    @Test
    void aFileWhereAFolderHasToBeIsNamed() throws Exception {
        Path blocking = Files.writeString(folder.resolve("fetchmark"), "");
        for (Path wanted : List.of(blocking, blocking.resolve("default"))) {
            assertThatThrownBy(() -> WholeFile.makeFolder(wanted))
                    .isInstanceOf(UnwrittenFileException.class)
                    .hasMessage("the folder " + wanted + " could not be made: " + blocking
                            + " is a file where a folder has to be: delete or rename it");
        }
        assertThatThrownBy(() -> WholeFile.write(blocking.resolve("x.json"), ""))
                .hasMessageContaining(blocking + " is a file where a folder has to be");
    }

    @Test
    void aLinkThatLeadsNowhereIsNamed() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("fetchmark"), folder.resolve("gone"));
        assertThatThrownBy(() -> WholeFile.makeFolder(link.resolve("default")))
                .hasMessageContaining(link + " is a link that leads to no folder: delete or rename it");
    }

    @Test
    void aFolderWhereAFileHasToBeIsNamed() throws Exception {
        Path blocking = folder.resolve("report.html");
        Files.createDirectories(blocking.resolve("x"));
        assertThatThrownBy(() -> WholeFile.write(blocking, "text"))
                .hasMessage(
                        blocking + " could not be written: it is a folder where a file has to be: delete or rename it");
    }

    @Test
    void aNameThatIsTooLongIsSaid() {
        String name = "n".repeat(300);
        assertThatThrownBy(() -> WholeFile.makeFolder(folder.resolve(name)))
                .hasMessageContaining(name + " could not be made: a name of 300 bytes is too long")
                .hasMessageContaining("give the <execution> a shorter <id>");
    }

    @Test
    void aNameThatJustFitsIsWritten() throws Exception {
        Path file = folder.resolve("n".repeat(255));
        WholeFile.write(file, "text");
        assertThat(file).hasContent("text");
    }

    @Test
    void aFullDiskIsSaidAndLeavesTheOldFileWhole() throws Exception {
        Path disk = mount("size=256k");
        try {
            Path file = disk.resolve("report.html");
            WholeFile.write(file, "old");
            assertThatThrownBy(() -> WholeFile.write(file, "x".repeat(1_000_000)))
                    .isInstanceOf(UnwrittenFileException.class)
                    .hasMessage(file + " could not be written: the disk of " + file + " is full: make room on it");
            assertThat(file).hasContent("old");
            assertThat(names(disk)).containsExactly("report.html");
        } finally {
            unmount(disk);
        }
    }

    @Test
    void aReadOnlyFileSystemIsSaid() throws Exception {
        Path disk = mount("ro");
        try {
            assertThatThrownBy(() -> WholeFile.makeFolder(disk.resolve("fetchmark/default")))
                    .hasMessageContaining("the file system of " + disk + " is read-only: build in another folder");
        } finally {
            unmount(disk);
        }
    }

    @Test
    void aFolderThatTheUserMayNotWriteToIsNamed() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "this user may write anywhere");
        try {
            assertThatThrownBy(() -> WholeFile.write(closed.resolve("result.json"), ""))
                    .hasMessageContaining("may not write to " + closed + ": give that user the right to");
        } finally {
            assertThat(closed.toFile().setWritable(true)).isTrue();
        }
    }

    private Path mount(String options) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()),
                "needs the right to mount a disk");
        return disk;
    }

    private static void unmount(Path disk) throws Exception {
        assertThat(run("umount", disk.toString())).isTrue();
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
