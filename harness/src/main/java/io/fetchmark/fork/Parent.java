package io.fetchmark.fork;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The parent of this JVM, as the forked child sees it: standard input and output. When the input ends, the parent is
 * gone or wants the child gone. A thread reads the input from the start, so that its end is seen whatever the child is
 * doing.
 */
public final class Parent {

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    /** Not {@code System.out}, which any code of this JVM may replace, and which has a buffer. */
    private final MessageWriter output = new MessageWriter(new FileOutputStream(FileDescriptor.out));

    private Parent() {}

    /** Begins to listen. A JVM does so once, as it has one standard input. */
    public static Parent listen() {
        Parent parent = new Parent();
        Thread reader = new Thread(parent::read, "fetchmark-parent-watch");
        reader.setDaemon(true);
        reader.start();
        return parent;
    }

    /**
     * The next line from the parent.
     *
     * @throws IOException if the parent is gone
     */
    public String receive() throws IOException, InterruptedException {
        Optional<String> line = lines.take();
        if (line.isEmpty()) {
            lines.add(line);
            throw new IOException("the parent is gone");
        }
        return line.get();
    }

    /** Sends a message up. Any thread may call this. */
    public void send(String message) {
        try {
            output.write(message);
        } catch (IOException e) {
            // The parent is gone, which ends this JVM.
        }
    }

    /** Runs the action, once, when the parent is gone: on a thread that has nothing else to do, or at once. */
    public void whenGone(Runnable action) {
        CompletableFuture<Void> unused = end.thenRun(action);
    }

    private void read() {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(Optional.of(line));
            }
        } catch (IOException e) {
            // A broken input is an ended one.
        } finally {
            lines.add(Optional.empty());
            end.complete(null);
        }
    }
}
