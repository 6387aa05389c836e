package io.fetchmark.target;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a container or the embedded server says, kept in a file, its last lines at hand. Any thread may call any method.
 */
final class TargetLog {

    private static final int TAIL_LINES = 20;

    private final Path file;
    private final Deque<String> tail = new ArrayDeque<>();
    private final Map<Pattern, CompletableFuture<Void>> awaited = new HashMap<>();
    private Writer writer;

    /** An empty log of a target, in place of the one of an earlier run. */
    TargetLog(TargetOrder order) throws IOException {
        this(order.directory(), order.name() + ".log");
    }

    /** An empty log of something else. */
    TargetLog(Path directory, String name) throws IOException {
        file = directory.resolve(name);
        writer = Files.newBufferedWriter(file);
    }

    /** What completes when a line is added in which that is found. */
    synchronized CompletableFuture<Void> whenSaid(Pattern pattern) {
        return awaited.computeIfAbsent(pattern, any -> new CompletableFuture<>());
    }

    synchronized void add(String line) {
        awaited.forEach((pattern, said) -> {
            if (pattern.matcher(line).find()) {
                said.complete(null);
            }
        });
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

    /** Whether that is found in one of the last lines. */
    synchronized boolean says(Pattern pattern) {
        return tail.stream().anyMatch(line -> pattern.matcher(line).find());
    }

    /** The last lines and where the rest is, to be put after a sentence. */
    synchronized String quote() {
        return tail.isEmpty()
                ? " (it said nothing)"
                : "; its last lines, all of which are in " + file + ":\n"
                        + tail.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
