package io.fetchmark.engine;

import com.sun.management.OperatingSystemMXBean;
import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How late the arrivals of an open load start, and what keeping the rate costs; run by {@code dev/bench-clients open}.
 * Prints a line of a table for each rate.
 */
final class OpenLoadBench {

    private static final int CONNECTIONS = 256;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    private OpenLoadBench() {}

    /** Arguments: the client, the address, and rates or none. */
    // Its standard output is the table.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Client client = Client.of(arguments[0]);
        System.out.println(
                "| client | rate | requests | failed | late p50 | p99 | service p50 | p99 | CPU | CPU a request |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        List<String> rates = arguments.length > 2
                ? List.of(arguments).subList(2, arguments.length)
                : List.of("100", "1000", "5000", "10000", "20000", "30000");
        for (String text : rates) {
            double rate = Double.parseDouble(text);
            URI target = URI.create(arguments[1]);
            try (Engine engine = Engine.of(client, target, Request.get("/"), 32, CONNECTIONS, NanoClock.SYSTEM)) {
                drive(engine, rate, WARM_UP);
                long cpu = system.getProcessCpuTime();
                Slice slice = drive(engine, rate, MEASURED);
                double used = system.getProcessCpuTime() - cpu;
                System.out.printf(
                        "| %s | %.0f/s | %d | %d | %.1f us | %.1f us | %.1f us | %.1f us | %.1f %% | %.1f us |%n",
                        client,
                        rate,
                        slice.requests(),
                        slice.failed() + slice.dropped(),
                        slice.startLateness().quantile(0.5) / 1e3,
                        slice.startLateness().quantile(0.99) / 1e3,
                        slice.serviceTime().quantile(0.5) / 1e3,
                        slice.serviceTime().quantile(0.99) / 1e3,
                        used / MEASURED.toNanos() * 100,
                        used / slice.requests() / 1e3);
            }
        }
        System.exit(0);
    }

    private static Slice drive(Engine engine, double rate, Duration duration) throws InterruptedException {
        long start = System.nanoTime();
        Recorder recorder = new Recorder(start, start + duration.toNanos());
        ArrivalSchedule schedule =
                ArrivalSchedule.of(new Load.Open(rate, Arrivals.UNIFORM), duration, new SplittableRandom(1));
        engine.open(schedule, start, Duration.ofSeconds(5), recorder);
        return recorder.slice(System.nanoTime());
    }
}
