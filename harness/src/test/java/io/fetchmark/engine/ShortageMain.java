package io.fetchmark.engine;

import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Slice;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Request;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A client under a closed load in a JVM that lacks something; prints what it could not start, and what failed. */
final class ShortageMain {

    private ShortageMain() {}

    /** Arguments: the client, the target, how many exchanges in flight. A server of its own at port 0. */
    @SuppressWarnings("SystemOut") // What it prints is what the test reads.
    public static void main(String[] arguments) throws Exception {
        URI target = URI.create(arguments[1]);
        int concurrency = Integer.parseInt(arguments[2]);
        try (RawServer server = new RawServer((socket, out) -> {
            Thread.sleep(50);
            RawServer.answer(200, "hello").write(socket, out);
        })) {
            URI address = target.getPort() == 0 ? server.address() : target;
            Engine engine = Engine.of(
                    Client.valueOf(arguments[0]),
                    address,
                    Request.get("/").within(Duration.ofSeconds(20)),
                    concurrency,
                    concurrency,
                    System::nanoTime);
            // A class that is loaded later needs a file that may then not be opened. A worker begins with this, too.
            FileChannel.open(Path.of(System.getProperty("java.home"), "release"))
                    .close();
            Recorder first = EngineProbe.recorder();
            engine.closed(1, System.nanoTime() + 100_000_000, first);
            first.slice(System.nanoTime()).plus(first.slice(System.nanoTime()));
            Ending.of(new InternalError(new java.io.IOException("any")), false).record(first, 0, 0, 0, 0);
            Recorder recorder = EngineProbe.recorder();
            engine.closed(concurrency, System.nanoTime() + 500_000_000, recorder);
            Slice slice = recorder.slice(System.nanoTime());
            System.out.println("failed " + slice.failed());
            slice.shortages().forEach((kind, count) -> {
                if (count > 0) {
                    System.out.println(kind + " " + count);
                }
            });
        }
        System.exit(0);
    }
}
