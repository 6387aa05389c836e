package io.fetchmark.fork;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The parent of this JVM, as the forked child sees it: standard input and output. When the input ends, the parent is
 * gone or wants the child gone.
 */
public final class Parent {

    /** What a line starts with if it is a message and not log. */
    public static final String PREFIX = "@fetchmark ";

    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /**
     * The next line from the parent.
     *
     * @throws IOException if the parent is gone
     */
    public String receive() throws IOException {
        String line = input.readLine();
        if (line == null) {
            throw new IOException("the parent is gone");
        }
        return line;
    }

    /** Sends a message of one line up. Any thread may call this. */
    public void send(String message) {
        synchronized (output) {
            output.println(PREFIX + message);
        }
    }

    /** Runs the action, once, on a thread of its own, when the parent is gone. No line can be received after this call. */
    public void whenGone(Runnable action) {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (input.read() != -1) {
                            // What the parent says now has no meaning; only its end has.
                        }
                    } catch (IOException e) {
                        // A broken input is an ended one.
                    }
                    action.run();
                },
                "fetchmark-parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
