package io.fetchmark.engine;

import com.sun.management.OperatingSystemMXBean;
import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Request;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * What a way of using HttpClient costs; run by {@code dev/bench-clients}. Prints the requests, the failed ones, the
 * seconds and the CPU seconds of this JVM, after a warm-up, under a closed load.
 *
 * <p>The ways are the engines themselves, {@code engine-<client>}, or {@code engine2-<client>} by HTTP/2, and a loop round
 * a plain HttpClient, {@code plain-<async|threads>-<default|direct>[-timeout][-bytes]}: its default executor or a direct
 * one, with {@link HttpRequest.Builder#timeout} or none, and with the whole body as bytes or as the engines read it.
 */
final class ClientBench {

    private static final int CONCURRENCY = 50;

    private ClientBench() {}

    /** Arguments: the way, the address, requests of the warm-up, requests to measure; both rounded up. */
    // Its standard output is read by the script.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        URI target = URI.create(arguments[1]);
        Way way;
        if (arguments[0].startsWith("engine-")) {
            way = engine(Client.of(arguments[0].substring("engine-".length())), target, HttpVersion.HTTP_1_1);
        } else if (arguments[0].startsWith("engine2-")) {
            way = engine(Client.of(arguments[0].substring("engine2-".length())), target, HttpVersion.HTTP_2);
        } else {
            way = plain(List.of(arguments[0].split("-")), target);
        }
        repeat(way, Long.parseLong(arguments[2]));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        Recording recording = repeat(way, Long.parseLong(arguments[3]));
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        long failed =
                recording.errors().values().stream().mapToLong(Long::longValue).sum();
        System.out.println(recording.requests() + " " + failed + " " + seconds + " " + cpuSeconds);
        System.exit(0);
    }

    /** Counted in requests and not in seconds, so that a busy machine does not shorten the warm-up. */
    private static Recording repeat(Way way, long requests) throws InterruptedException {
        List<Slice> slices = new ArrayList<>();
        for (long left = requests; left > 0; ) {
            Slice slice = way.run(System.nanoTime() + 1_000_000_000);
            slices.add(slice);
            left -= slice.requests();
        }
        return new Recording(slices);
    }

    private interface Way {
        Slice run(long end) throws InterruptedException;
    }

    private static Way engine(Client client, URI target, HttpVersion http) {
        Engine engine =
                Engine.of(client, target, Request.get("/").over(http), CONCURRENCY, CONCURRENCY, NanoClock.SYSTEM);
        return end -> {
            Recorder recorder = new Recorder(System.nanoTime(), end);
            engine.closed(CONCURRENCY, end, recorder);
            return recorder.slice(end);
        };
    }

    private static Way plain(List<String> words, URI target) {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        HttpClient client =
                words.contains("direct") ? builder.executor(Runnable::run).build() : builder.build();
        HttpRequest.Builder get = HttpRequest.newBuilder(target);
        HttpRequest request =
                words.contains("timeout") ? get.timeout(Duration.ofSeconds(5)).build() : get.build();
        ResponseCheck streamed = new ResponseCheck(Expect.OK, client.version(), complete -> {});
        BodyHandler<Outcome> check = words.contains("bytes")
                ? response -> BodySubscribers.mapping(
                        BodySubscribers.ofByteArray(),
                        any -> response.statusCode() == 200 ? Outcome.OK : Outcome.STATUS)
                : streamed;
        return end -> {
            Recorder recorder = new Recorder(System.nanoTime(), end);
            CountDownLatch lanes = new CountDownLatch(CONCURRENCY);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CONCURRENCY; i++) {
                if (words.contains("async")) {
                    sendOn(client, request, check, recorder, end, lanes);
                } else {
                    threads.add(new Thread(() -> sendAll(client, request, check, recorder, end, lanes)));
                }
            }
            threads.forEach(Thread::start);
            lanes.await();
            return recorder.slice(end);
        };
    }

    private static void sendOn(
            HttpClient client,
            HttpRequest request,
            BodyHandler<Outcome> check,
            Recorder recorder,
            long end,
            CountDownLatch lanes) {
        long now = System.nanoTime();
        if (now - end >= 0) {
            lanes.countDown();
            return;
        }
        CompletableFuture<?> unused = client.sendAsync(request, check).whenComplete((response, failure) -> {
            recorder.record(
                    now,
                    now,
                    now,
                    System.nanoTime(),
                    failure == null ? response.body() : Failure.of(failure).outcome());
            sendOn(client, request, check, recorder, end, lanes);
        });
    }

    private static void sendAll(
            HttpClient client,
            HttpRequest request,
            BodyHandler<Outcome> check,
            Recorder recorder,
            long end,
            CountDownLatch lanes) {
        try {
            for (long now = System.nanoTime(); now - end < 0; now = System.nanoTime()) {
                Outcome outcome = client.send(request, check).body();
                recorder.record(now, now, now, System.nanoTime(), outcome);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            lanes.countDown();
        }
    }
}
