package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoundedFileTest {

    @TempDir
    private Path folder;

    @Test
    void aTextIsReadUpToItsBound() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "größe");
        assertThat(BoundedFile.text(file, 7)).isEqualTo("größe");
        assertThatThrownBy(() -> BoundedFile.text(file, 6))
                .isInstanceOf(IOException.class)
                .hasMessage("is too large: 1 MiB, and at most 1 MiB are read");
    }

    @Test
    void aFileOfThreeGigabytesIsNotRead() throws Exception {
        Path file = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThatThrownBy(() -> BoundedFile.text(file, BoundedFile.ofMemory()))
                .hasMessageMatching("is too large: 3072 MiB, and at most \\d+ MiB are read");
    }

    @Test
    void aPipeIsNotWaitedForAndAFolderIsNoFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "needs mkfifo");
        assertThatThrownBy(() -> BoundedFile.text(pipe, 10)).hasMessage("is no regular file");
        assertThatThrownBy(() -> BoundedFile.text(folder, 10)).hasMessage("is a folder");
        assertThatThrownBy(() -> IntervalLog.read(pipe)).hasMessageContaining("is no regular file");
    }

    @Test
    void bytesThatAreNoTextAndAFileThatIsNotThereAreTold() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> BoundedFile.text(file, 10)).hasMessage("is no text in UTF-8");
        assertThatThrownBy(() -> BoundedFile.text(folder.resolve("none"), 10)).isInstanceOf(NoSuchFileException.class);
    }
}
