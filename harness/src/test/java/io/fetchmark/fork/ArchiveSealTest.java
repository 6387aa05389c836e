package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveSealTest {

    @TempDir
    private Path directory;

    private final ArchiveSeal seal = new ArchiveSeal();
    private Path archive = Path.of("unset");

    @BeforeEach
    void sealAnArchive() throws IOException {
        archive = directory.resolve("one.jsa");
        Path draft = Files.writeString(directory.resolve("draft.tmp"), "classes of many kinds");
        seal.set(draft, archive);
    }

    @Test
    void aWholeArchiveOfThisUserHolds() throws IOException {
        assertThat(seal.holds(archive)).isTrue();
        assertThat(seal.holds(archive)).isTrue();
        assertThat(names()).containsExactlyInAnyOrder("one.jsa", "one.jsa.sum");
        assertThat(Files.getPosixFilePermissions(archive)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void noArchiveHoldsNot() throws IOException {
        assertThat(seal.holds(directory.resolve("other.jsa"))).isFalse();
        assertThat(names()).hasSize(2);
    }

    @Test
    void aTornArchiveIsDeleted() throws IOException {
        Files.writeString(archive, "classes of");
        assertThat(seal.holds(archive)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void anArchiveWithAChangedByteIsDeleted() throws IOException {
        Files.writeString(archive, "classes of many kindz");
        assertThat(seal.holds(archive)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void anArchiveWithoutASealIsDeleted() throws IOException {
        Files.delete(directory.resolve("one.jsa.sum"));
        assertThat(seal.holds(archive)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void anArchiveThatAnybodyMayWriteToIsDeleted() throws IOException {
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(seal.holds(archive)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void ofALinkOnlyTheLinkIsDeleted() throws IOException {
        Path moved = Files.move(archive, directory.resolve("elsewhere"));
        Files.createSymbolicLink(archive, moved);
        assertThat(seal.holds(archive)).isFalse();
        assertThat(names()).containsExactly("elsewhere");
    }

    @Test
    void theArchiveOfAnotherUserIsDeletedUnread() throws IOException {
        assumeTrue(giveAway(archive), "needs the right to give a file away");
        assertThat(seal.holds(archive)).isFalse();
        assertThat(names()).isEmpty();
    }

    private static boolean giveAway(Path file) {
        try {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
