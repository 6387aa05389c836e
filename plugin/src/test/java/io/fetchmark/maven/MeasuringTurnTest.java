package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class MeasuringTurnTest {

    @TempDir
    Path home;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void oneThreadHasItAtATimeAndNobodyWaitsWithoutAWord() throws InterruptedException {
        AtomicInteger measuring = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(3);
        List<Thread> modules = IntStream.range(0, 3)
                .mapToObj(i -> new Thread(() -> {
                    begun.countDown();
                    try {
                        MeasuringTurn turn = MeasuringTurn.await(lock(), said::add);
                        most.accumulateAndGet(measuring.incrementAndGet(), Math::max);
                        // Long enough for the others to find the turn taken.
                        begun.await();
                        said.poll(1, TimeUnit.SECONDS);
                        measuring.decrementAndGet();
                        turn.end();
                    } catch (InterruptedException | IOException e) {
                        most.set(100);
                    }
                }))
                .toList();
        modules.forEach(Thread::start);
        for (Thread module : modules) {
            module.join();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aBuildWaitsForAnotherAndSaysSo() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve(".m2"));
        CountDownLatch measured = new CountDownLatch(1);
        Thread build;
        try (FileChannel other = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            build = new Thread(() -> {
                try {
                    MeasuringTurn.await(lock(), said::add).end();
                    measured.countDown();
                } catch (InterruptedException | IOException e) {
                    said.add(e.toString());
                }
            });
            build.start();
            assertThat(said.take())
                    .contains(
                            "another build on this machine is measuring",
                            held.toString().isEmpty() ? "" : "fetchmark.lock");
            assertThat(measured.getCount()).isEqualTo(1);
        }
        measured.await();
        build.join();
    }

    @Test
    void whoIsInterruptedWhileWaitingLeavesTheTurnToOthers() throws IOException, InterruptedException {
        MeasuringTurn turn = MeasuringTurn.await(lock(), said::add);
        Thread waiting = new Thread(() -> {
            try {
                MeasuringTurn.await(lock(), said::add).end();
            } catch (InterruptedException | IOException e) {
                said.add("interrupted");
            }
        });
        waiting.start();
        assertThat(said.take()).contains("another module of this build");
        waiting.interrupt();
        assertThat(said.take()).isEqualTo("interrupted");
        waiting.join();
        turn.end();
        MeasuringTurn.await(lock(), said::add).end();
        assertThat(said).isEmpty();
    }

    @Test
    void withoutAPlaceForTheLockMeasuringGoesOnAndSaysSo() throws IOException, InterruptedException {
        Path file = Files.createFile(home.resolve("file"));
        MeasuringTurn.await(file.resolve("below/fetchmark.lock"), said::add).end();
        assertThat(said.take()).contains("other builds on this machine are not held back");
    }

    private Path lock() {
        return home.resolve(".m2/fetchmark.lock");
    }
}
