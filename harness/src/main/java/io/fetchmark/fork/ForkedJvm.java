package io.fetchmark.fork;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A JVM that was started by this one, and talks with it: in lines down its standard input, in {@link Frame}s up its standard
 * output. All else that it prints, or an agent in it does, on either stream, is its log.
 *
 * <p>The child ends when its standard input does (see {@link Parent}), so it does not outlive this JVM, however that
 * ends. One thread may receive; any thread may close.
 */
public final class ForkedJvm implements AutoCloseable {

    private static final int TAIL_LINES = 40;
    private static final int CHUNK = 8192;
    private static final long GRACE_SECONDS = 20;

    private final Process process;
    private final Writer input;
    private final Consumer<String> log;
    private final BlockingQueue<Optional<String>> messages = new LinkedBlockingQueue<>();
    private final Deque<String> tail = new ArrayDeque<>();
    private final Thread reader;

    private ForkedJvm(Process process, Consumer<String> log) {
        this.process = process;
        this.log = log;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.reader = new Thread(this::read, "fetchmark-fork-" + process.pid());
    }

    /**
     * Starts a JVM.
     *
     * @param log takes the lines that are no messages, each a {@link QuotedLine}, from a thread of this object
     */
    public static ForkedJvm start(Launch launch, Consumer<String> log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder().redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        builder.command(
                launch.command(EnvironmentOptions.of(builder.environment()).passed()));
        EnvironmentOptions.hide(builder.environment());
        // The environment has no limit to speak of where a command line has one, and needs no file that may be left
        // over.
        builder.environment()
                .put(
                        "CLASSPATH",
                        launch.classPath().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(File.pathSeparator)));
        ForkedJvm forked = new ForkedJvm(builder.start(), log);
        forked.reader.setDaemon(true);
        forked.reader.start();
        return forked;
    }

    /**
     * Sends a line down.
     *
     * @throws IOException if the child no longer listens
     */
    public void send(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    /** The next message; empty once the child's output has ended. */
    public Optional<String> receive() throws InterruptedException {
        Optional<String> message = messages.take();
        if (message.isEmpty()) {
            messages.add(message);
        }
        return message;
    }

    /**
     * As above.
     *
     * @throws TimeoutException if the child has neither said anything nor ended within that time
     */
    public Optional<String> receive(Duration most) throws TimeoutException, InterruptedException {
        Optional<String> message = messages.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        if (message == null) {
            throw new TimeoutException("process " + pid() + " said nothing for " + most.toSeconds() + " s");
        }
        if (message.isEmpty()) {
            messages.add(message);
        }
        return message;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The last lines of the child's log, for an error message. */
    public String tail() {
        synchronized (tail) {
            return String.join("\n", tail);
        }
    }

    /** The exit status, after {@link #receive} gave nothing more. */
    public int exitStatus() throws InterruptedException {
        return process.waitFor();
    }

    /** Whether it has ended, with status 0. */
    public boolean endedWell() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    /** Asks the child to end by ending its input, and ends it by force when it has not after 20 s. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /**
     * Closes as {@link #close()} does.
     *
     * @param more how much longer than others it may take to end, as it has more to put away
     */
    public void close(Duration more) {
        closeInput();
        awaitEnd(System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS) + more.toNanos());
    }

    /** Closes all of them as {@link #close} does, within the time of one. */
    public static void closeAll(List<ForkedJvm> children) {
        children.forEach(ForkedJvm::closeInput);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
        children.forEach(child -> child.awaitEnd(deadline));
    }

    private void closeInput() {
        try {
            input.close();
        } catch (IOException e) {
            // The child has ended already, so there is nobody left to tell.
        }
    }

    private void awaitEnd(long deadline) {
        boolean interrupted = false;
        try {
            if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                log.accept("process " + pid() + " did not end within its time and is killed");
                process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            }
            reader.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        MessageReader split =
                new MessageReader(message -> messages.add(Optional.of(message)), this::log, this::messageIsLost);
        try (InputStream output = process.getInputStream()) {
            byte[] bytes = new byte[CHUNK];
            for (int count = output.read(bytes); count >= 0; count = output.read(bytes)) {
                split.take(bytes, count);
            }
        } catch (IOException e) {
            keep("its output could not be read: " + e.getMessage());
        } finally {
            split.end();
            messages.add(Optional.empty());
        }
    }

    private void log(String line) {
        String shown = QuotedLine.of(line);
        keep(shown);
        log.accept(shown);
    }

    /** What it says from now on cannot be understood, so it has to end, which it does when its input has. */
    private void messageIsLost() {
        log("a message of process " + pid() + " was lost, as something else was written to its standard output in the"
                + " midst of it");
        closeInput();
    }

    private void keep(String line) {
        synchronized (tail) {
            tail.addLast(line);
            if (tail.size() > TAIL_LINES) {
                tail.removeFirst();
            }
        }
    }
}
