package io.fetchmark.target;

import io.fetchmark.fork.QuotedLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a container or the embedded server says, kept in a file, its last lines at hand. A file that is full goes on in a
 * second one, so that there are never more than two. Any thread may call any method.
 */
final class TargetLog {

    static final long MOST_BYTES = 16L << 20;

    /** Ends the name of the file that has what was said before. */
    static final String EARLIER = ".1";

    private static final int TAIL_LINES = 20;

    private final Path file;
    private final Path earlier;
    private final long most;
    private final Deque<String> tail = new ArrayDeque<>();
    private final Map<Pattern, CompletableFuture<Void>> awaited = new HashMap<>();
    private OutputStream output;
    private long written;

    /** An empty log of a target, in place of the one of an earlier run. */
    TargetLog(TargetOrder order) throws IOException {
        this(order.directory(), order.name() + ".log");
    }

    /** An empty log of something else. */
    TargetLog(Path directory, String name) throws IOException {
        this(directory, name, MOST_BYTES);
    }

    /** @param most how many bytes each of the two files may have */
    TargetLog(Path directory, String name, long most) throws IOException {
        this.file = directory.resolve(name);
        this.earlier = directory.resolve(name + EARLIER);
        this.most = most;
        this.output = Files.newOutputStream(file);
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
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            if (written + bytes.length > most) {
                goOn();
            }
            output.write(bytes);
            written += bytes.length;
        } catch (IOException e) {
            // The log is a help; a full disk is no reason to stop the target.
        }
    }

    private void goOn() throws IOException {
        output.close();
        Files.move(file, earlier, StandardCopyOption.REPLACE_EXISTING);
        output = Files.newOutputStream(file);
        output.write(
                ("(a log has at most " + most + " bytes; what was said before is in " + earlier.getFileName() + ")\n")
                        .getBytes(StandardCharsets.UTF_8));
        written = 0;
    }

    /** Forgets all, for the same to be added by another way, which lacks no end. */
    synchronized void clear() {
        tail.clear();
        try {
            output.close();
            Files.deleteIfExists(earlier);
            output = Files.newOutputStream(file);
            written = 0;
        } catch (IOException e) {
            // As above.
        }
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
                        + tail.stream()
                                .map(line -> "    " + QuotedLine.of(line))
                                .collect(Collectors.joining("\n"));
    }
}
