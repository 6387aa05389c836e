package io.fetchmark.maven;

import io.fetchmark.measure.UserFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The right to measure: one thread of one build of this user has it at a time, as measurements beside each other would
 * measure each other. The operating system takes it from a build that dies.
 */
final class MeasuringTurn {

    private static final ReentrantLock IN_THIS_BUILD = new ReentrantLock(true);
    private static final long POLL_MILLIS = 250;

    private final Optional<FileChannel> channel;

    private MeasuringTurn(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /**
     * Waits for the turn.
     *
     * @param file is locked while the turn lasts, and stays; where it cannot be opened, only this build is held back
     * @param log takes a line if there is somebody to wait for
     */
    static MeasuringTurn await(Path file, Consumer<String> log) throws InterruptedException {
        if (!IN_THIS_BUILD.tryLock()) {
            log.accept("another module of this build is measuring; waiting for it");
            IN_THIS_BUILD.lockInterruptibly();
        }
        try {
            return new MeasuringTurn(lock(file, log));
        } catch (InterruptedException | RuntimeException e) {
            IN_THIS_BUILD.unlock();
            throw e;
        }
    }

    /** The lock's file: beside Maven's other files of this user, so that nothing is left in directories of others. */
    static Path ofUser() {
        return UserFolders.homeOrTemporary().resolve(".m2").resolve("fetchmark.lock");
    }

    private static Optional<FileChannel> lock(Path file, Consumer<String> log) throws InterruptedException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                for (boolean told = false; !locked(channel); told = true) {
                    if (!told) {
                        log.accept(
                                "another build on this machine is measuring (it holds " + file + "); waiting for it");
                    }
                    Thread.sleep(POLL_MILLIS);
                }
            } catch (IOException | InterruptedException e) {
                channel.close();
                throw e;
            }
            return Optional.of(channel);
        } catch (IOException e) {
            log.accept("other builds on this machine are not held back: " + e);
            return Optional.empty();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another class loader of this JVM, with a lock of its own for threads, has the file.
            return false;
        }
    }

    /** Ends the turn. Must be called by the thread that waited for it. */
    void end() throws IOException {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } finally {
            IN_THIS_BUILD.unlock();
        }
    }
}
