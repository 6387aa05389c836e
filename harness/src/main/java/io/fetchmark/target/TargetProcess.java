package io.fetchmark.target;

import io.fetchmark.fork.LineSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process of this machine that serves, or starts what does. What it says goes to the log. Any thread may end it.
 *
 * <p>On Linux with {@code setpriv} the kernel kills it when the thread that has started it ends, even if all of this JVM is
 * killed; elsewhere {@link StaleSweep} finds it at the next start.
 */
final class TargetProcess implements Hold {

    /** Finds the owner's label in its command line. */
    static final Pattern OWNER = Pattern.compile("(?:^|\\s)-D" + Pattern.quote(Owner.LABEL) + "=(\\S+)");

    private static final List<String> DIE_WITH_PARENT = List.of("setpriv", "--pdeathsig", "KILL");
    private static final long GRACE_SECONDS = 5;
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final Process process;
    private final TargetLog log;
    private final Thread reader = new Thread(this::read, "fetchmark-target-output");

    private TargetProcess(Process process, TargetLog log) {
        this.process = process;
        this.log = log;
    }

    /** @param input what it has to read, as much as it reads at once */
    static TargetProcess start(ProcessBuilder builder, TargetLog log, String input) throws IOException {
        if (diesWithParent()) {
            List<String> command = new ArrayList<>(DIE_WITH_PARENT);
            command.addAll(builder.command());
            builder.command(command);
        }
        TargetProcess started =
                new TargetProcess(builder.redirectErrorStream(true).start(), log);
        started.reader.setDaemon(true);
        started.reader.start();
        try (Writer writer = started.process.outputWriter(StandardCharsets.UTF_8)) {
            writer.write(input);
        } catch (IOException e) {
            // It has ended without reading all, and says why.
        }
        return started;
    }

    /** The option of a JVM by which its owner is known. */
    static String ownerOption(String label) {
        return "-D" + Owner.LABEL + "=" + label;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The ports where it or a process that it has started takes connections; absent where the system does not say. */
    Optional<Set<Integer>> ports() {
        return ListeningPorts.of(family());
    }

    /** Completes with how it ended, once all that it said is in the log. */
    CompletableFuture<Ending> ending() {
        return process.onExit().thenApplyAsync(ended -> {
            awaitLastWords();
            return new Ending(ended.exitValue(), false, Optional.empty());
        });
    }

    /** Stops it, and those that it has started, by a signal; where there are none, an idle one uses next to nothing. */
    @Override
    public void pause() {
        signal("STOP");
    }

    @Override
    public void resume() {
        signal("CONT");
    }

    /** Asks it to end, and those that it has started; by force after 5 s. Returns when it has ended. */
    @Override
    public void remove() throws TargetFailure {
        if (!end()) {
            throw new TargetFailure("process " + pid() + " does not end, not even by force: the kernel holds it");
        }
    }

    /** As {@link #remove}; returns whether it has ended within 10 s. */
    boolean end() {
        List<ProcessHandle> all = family();
        all.forEach(ProcessHandle::destroy);
        if (process.isAlive()) {
            // A stopped one hears no other signal.
            resume();
        }
        try {
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            return process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        family().forEach(member -> command.add(String.valueOf(member.pid())));
        succeeds(command);
    }

    private static boolean diesWithParent() {
        List<String> trial = new ArrayList<>(DIE_WITH_PARENT);
        trial.add("true");
        return succeeds(trial);
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (started.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return started.exitValue() == 0;
            }
            started.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void read() {
        LineSplitter lines = new LineSplitter(log::add);
        try (InputStream output = process.getInputStream()) {
            byte[] bytes = new byte[LineSplitter.LONGEST];
            for (int count = output.read(bytes); count >= 0; count = output.read(bytes)) {
                lines.take(bytes, 0, count);
            }
            lines.end();
        } catch (IOException e) {
            log.add("(what it says could not be read: " + e.getMessage() + ")");
        }
    }

    // A process of its own may still hold its output.
    private void awaitLastWords() {
        try {
            reader.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
