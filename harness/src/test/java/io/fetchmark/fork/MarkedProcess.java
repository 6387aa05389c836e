package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that was forked with an option of its own, so that it can be told from others.
 *
 * @param option of that JVM alone
 */
public record MarkedProcess(String option) {

    /** With an option that nobody else has. */
    public static MarkedProcess fresh() {
        return new MarkedProcess("-Dmarked=" + UUID.randomUUID());
    }

    /** Stops it by a signal, and lets it go on after that time. */
    public void stopFor(Duration time) {
        long pid = pid();
        try {
            signal("STOP", pid);
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            signal("CONT", pid);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long pid() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(option))
                        .isPresent())
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }
}
