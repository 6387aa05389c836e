package io.fetchmark.gatebench;

import java.io.IOException;
import java.util.SplittableRandom;

/**
 * A noisy neighbour: a process that takes a CPU for half a second to three seconds, rests as long, and so on, by chance,
 * until it is closed.
 */
final class Neighbour implements AutoCloseable {

    private final Process shell;

    private Neighbour(Process shell) {
        this.shell = shell;
    }

    /** Moves in. It moves out by itself after ten minutes, whatever happens. */
    static Neighbour moveIn(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder script = new StringBuilder();
        double total = 0;
        while (total < 600) {
            double busy = 0.5 + 2.5 * random.nextDouble();
            double rest = 0.5 + 2.5 * random.nextDouble();
            script.append("timeout ")
                    .append(busy)
                    .append(" sh -c 'while :; do :; done'; sleep ")
                    .append(rest)
                    .append('\n');
            total += busy + rest;
        }
        return new Neighbour(new ProcessBuilder("sh", "-c", script.toString()).start());
    }

    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
