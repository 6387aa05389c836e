package io.fetchmark.target;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** What a target says, kept in a file, its last lines at hand. Any thread may call any method. */
final class TargetLog {

    private static final int TAIL_LINES = 20;

    private final Path file;
    private final Deque<String> tail = new ArrayDeque<>();
    private Writer writer;

    /** An empty log, in place of the one of an earlier run. */
    TargetLog(TargetOrder order) throws IOException {
        file = order.directory().resolve(order.name() + ".log");
        writer = Files.newBufferedWriter(file);
    }

    synchronized void add(String line) {
        tail.addLast(line);
        if (tail.size() > TAIL_LINES) {
            tail.removeFirst();
        }
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            // The log is a help; a full disk is no reason to stop the target.
        }
    }

    /** Puts a whole text in the place of all that was added: the same by another way, which lacks no end. */
    synchronized void replace(String text) {
        tail.clear();
        try {
            writer.close();
            writer = Files.newBufferedWriter(file);
        } catch (IOException e) {
            // As above.
        }
        text.lines().forEach(this::add);
    }

    /** Whether one of the last lines contains that. */
    synchronized boolean says(String text) {
        return tail.stream().anyMatch(line -> line.contains(text));
    }

    /** The last lines and where the rest is, to be put after a sentence. */
    synchronized String quote() {
        return tail.isEmpty()
                ? " (it said nothing)"
                : "; its last lines, all of which are in " + file + ":\n"
                        + tail.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
