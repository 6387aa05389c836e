package io.fetchmark.engine;

import io.fetchmark.measure.NanoClock;
import io.fetchmark.measure.Outcome;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way without a thread that waits for it; sent again where it was never served, as by {@link Fetch#send}.
 * It is sent by one thread at a time; any may cancel it.
 */
final class AsyncCall {

    private final Fetch fetch;
    private final NanoClock clock;
    private int times;
    private volatile @Nullable CompletableFuture<HttpResponse<Outcome>> current;
    private volatile boolean cancelled;

    AsyncCall(Fetch fetch, NanoClock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * Sends the request.
     *
     * @param end is told how it ended, once, by any thread, unless this broke
     * @param broken is told in place of that, as a future would keep it to itself
     */
    void send(Consumer<Ending> end, Consumer<Throwable> broken) {
        times++;
        boolean idle = fetch.takeIdle();
        CompletableFuture<HttpResponse<Outcome>> response = fetch.sendAsync();
        // On a connection that is there, the request has been written by now.
        long sent = clock.nanos();
        keep(response);
        CompletableFuture<?> unused = response.whenComplete((value, failure) -> {
            try {
                Optional<Ending> ending = failure == null
                        ? Optional.of(Ending.of(value, times > 1))
                        : fetch.ending(failure, idle, sent, times);
                if (ending.isPresent()) {
                    end.accept(ending.get());
                } else {
                    send(end, broken);
                }
            } catch (RuntimeException | Error e) {
                broken.accept(e);
            }
        });
    }

    /** Makes it end soon. */
    void cancel() {
        cancelled = true;
        CompletableFuture<HttpResponse<Outcome>> response = current;
        if (response != null) {
            response.cancel(true);
        }
    }

    /** Either this or {@link #cancel} sees what the other has written first. */
    private void keep(CompletableFuture<HttpResponse<Outcome>> response) {
        current = response;
        if (cancelled) {
            response.cancel(true);
        }
    }
}
