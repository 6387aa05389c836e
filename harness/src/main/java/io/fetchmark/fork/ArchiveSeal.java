package io.fetchmark.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * Size and checksum of a class archive, in a file beside it. They show an archive that was cut short, by a CI that saves a
 * cache half-way for example; that nobody else can have written it shows by its owner and permissions.
 */
final class ArchiveSeal {

    private static final String SUFFIX = ".sum";
    private static final int LONGEST = 100;
    private static final int CHUNK = 1 << 16;

    /** Whether an archive is whole and this user's own. One that is not is deleted, so that it is made anew. */
    boolean holds(Path archive) {
        try {
            if (!Files.exists(archive, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            UserPrincipal user = user(archive);
            if (isOwn(archive, user)
                    && isOwn(beside(archive), user)
                    && text(archive).equals(sealed(archive))) {
                return true;
            }
            delete(archive);
        } catch (IOException | SecurityException e) {
            // Without an archive nothing is lost but some time.
        }
        return false;
    }

    /** Moves a draft to its place, where no other user can write to it. */
    void set(Path draft, Path archive) throws IOException {
        if (Files.getFileAttributeView(draft, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Path sum = draft.resolveSibling(UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(sum, text(draft), StandardOpenOption.CREATE_NEW);
            // An archive with the seal of another one is taken for torn, whichever of the two moves comes first.
            Files.move(sum, beside(archive), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(sum);
        }
    }

    /** Deletes an archive and its seal. */
    static void delete(Path archive) throws IOException {
        Files.deleteIfExists(archive);
        Files.deleteIfExists(beside(archive));
    }

    /** Whether that is the seal of a file that is there. */
    static boolean isOfFile(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(SUFFIX)
                && Files.exists(path.resolveSibling(name.substring(0, name.length() - SUFFIX.length())));
    }

    private static Path beside(Path archive) {
        return archive.resolveSibling(archive.getFileName() + SUFFIX);
    }

    private static String sealed(Path archive) throws IOException {
        try (InputStream bytes = Files.newInputStream(beside(archive), LinkOption.NOFOLLOW_LINKS)) {
            return new String(bytes.readNBytes(LONGEST), StandardCharsets.US_ASCII);
        }
    }

    private static String text(Path archive) throws IOException {
        CRC32C checksum = new CRC32C();
        long size = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream bytes = Files.newInputStream(archive, LinkOption.NOFOLLOW_LINKS)) {
            for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
                checksum.update(chunk, 0, count);
                size += count;
            }
        }
        return size + " bytes, CRC-32C " + Long.toHexString(checksum.getValue()) + "\n";
    }

    private static boolean isOwn(Path file, UserPrincipal user) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()
                    || !Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                return false;
            }
        } catch (FileSystemException e) {
            return false;
        }
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        Set<PosixFilePermission> granted =
                posix == null ? Set.of() : posix.readAttributes().permissions();
        return !granted.contains(PosixFilePermission.OTHERS_WRITE);
    }

    /** Who runs this, as the owner of files is called: that of a file that is made for it. */
    private static UserPrincipal user(Path archive) throws IOException {
        Path own = archive.resolveSibling(UUID.randomUUID() + ".tmp");
        try {
            return Files.getOwner(Files.createFile(own));
        } finally {
            Files.deleteIfExists(own);
        }
    }
}
