package io.fetchmark.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The jar that a target ran.
 *
 * @param file its name, without folders
 * @param sha256 of its content, in hexadecimal
 * @param artifact {@code group:artifact:version} as it was resolved; absent if it was just a file
 * @param java the version of Java that ran it as a process; absent in a container, where the image stands for that
 */
public record JarFacts(String file, String sha256, Optional<String> artifact, Optional<String> java) {

    /** The facts of a jar as it is on disk now. */
    public static JarFacts of(Path file, Optional<String> artifact, Optional<String> java) throws IOException {
        return new JarFacts(String.valueOf(file.getFileName()), sha256(file), artifact, java);
    }

    static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
