package io.fetchmark.engine;

import com.sun.management.OperatingSystemMXBean;
import io.fetchmark.measure.Distribution;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * How late a thread starts that waits for an instant, and what the waiting costs, by how long before the instant it wakes
 * to spin the rest; run by {@code dev/bench-clients pace}. Prints a line of a table for each such margin.
 */
final class PaceBench {

    private static final int ARRIVALS = 3000;
    private static final long GAP_NANOS = 1_000_000;

    private PaceBench() {}

    // Its standard output is the table.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        System.out.println("| spinning from | late p50 | p90 | p99 | CPU at 1000/s |\n|---|---|---|---|---|");
        lateness(100_000);
        for (long margin : new long[] {0, 30_000, 50_000, 80_000, 120_000, 200_000, 1_000_000}) {
            long cpu = system.getProcessCpuTime();
            Distribution late = lateness(margin);
            double share = (system.getProcessCpuTime() - cpu) / ((double) ARRIVALS * GAP_NANOS);
            System.out.printf(
                    "| %d us | %.1f us | %.1f us | %.1f us | %.1f %% |%n",
                    margin / 1000,
                    late.quantile(0.5) / 1e3,
                    late.quantile(0.9) / 1e3,
                    late.quantile(0.99) / 1e3,
                    share * 100);
        }
    }

    private static Distribution lateness(long margin) {
        long[] late = new long[ARRIVALS];
        long start = System.nanoTime();
        for (int i = 0; i < ARRIVALS; i++) {
            long due = start + (i + 1) * GAP_NANOS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                if (left > margin) {
                    LockSupport.parkNanos(left - margin);
                } else {
                    Thread.onSpinWait();
                }
            }
            late[i] = System.nanoTime() - due;
        }
        return Distribution.of(late);
    }
}
