package io.fetchmark.engine;

import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One request that is sent again and again, and how its response is judged. May be used by any thread. */
final class Fetch implements AutoCloseable {

    /** There are so many connections in no pool that all of them end at once, each just when it is taken. */
    private static final int MOST_TIMES = 100;

    private final HttpRequest request;
    private final ResponseCheck check;
    private final TunedClient client;
    private final IdleConnections idle;
    private final boolean repeatable;
    private final NanoClock clock;

    /**
     * @throws IllegalArgumentException if the address or a header is not allowed; the message says which
     */
    Fetch(URI target, Request wanted, NanoClock clock) {
        this.request = build(target, wanted);
        this.idle = new IdleConnections(wanted.method());
        this.check = new ResponseCheck(wanted.expect(), version(wanted.http()), idle::give);
        this.client = new TunedClient(version(wanted.http()));
        this.repeatable = Resending.allows(wanted.method());
        this.clock = clock;
    }

    /**
     * Sends the request and waits for the end of the response; gives it up when interrupted. A request that was never
     * served is sent again, if it may be sent twice: HttpClient cannot be told to take a new connection for it, so that it
     * is sent until HttpClient does.
     */
    Ending send() throws InterruptedException {
        HttpClient open = client.get();
        for (int times = 1; ; times++) {
            boolean taken = idle.take();
            long sent = clock.nanos();
            try {
                return Ending.of(open.send(request, check), times > 1);
            } catch (IOException | RuntimeException | Error e) {
                // Of no response it is known that HttpClient does not throw one of the others at it.
                Optional<Ending> ending = ending(e, taken, sent, times);
                if (ending.isPresent()) {
                    return ending.get();
                }
            }
        }
    }

    /** Sends the request; cancelling the future gives it up. */
    CompletableFuture<HttpResponse<Outcome>> sendAsync() {
        HttpClient open = client.get();
        try {
            return open.sendAsync(request, check);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether the next request may be sent on a connection that was used before. */
    boolean takeIdle() {
        return idle.take();
    }

    /**
     * How an exchange has ended that failed; empty if the request is to be sent again.
     *
     * @param taken whether its connection may have been used before
     * @param sent when it was sent
     * @param times how often it has been sent
     */
    Optional<Ending> ending(Throwable failure, boolean taken, long sent, int times) {
        if (Failure.of(failure) != Failure.UNANSWERED || !taken || !Resending.isUnserved(sent, clock.nanos())) {
            return Optional.of(Ending.of(failure, times > 1));
        }
        return repeatable && times < MOST_TIMES ? Optional.empty() : Optional.of(Ending.of(Outcome.REUSE, times > 1));
    }

    @Override
    public void close() {
        client.close();
    }

    private static HttpClient.Version version(HttpVersion http) {
        return switch (http) {
            case HTTP_1_1 -> HttpClient.Version.HTTP_1_1;
            case HTTP_2 -> HttpClient.Version.HTTP_2;
        };
    }

    private static HttpRequest build(URI target, Request wanted) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(wanted.at(target));
        wanted.headers().forEach(builder::header);
        if (!wanted.body().isEmpty()) {
            return builder.method(wanted.method(), BodyPublishers.ofString(wanted.body()))
                    .build();
        }
        return wanted.method().equals("GET")
                ? builder.GET().build()
                : builder.method(wanted.method(), BodyPublishers.noBody()).build();
    }
}
