package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads one body to its end and looks for a text in it. Called by one thread at a time. */
final class CheckedBody implements BodySubscriber<Outcome> {

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final boolean statusAsExpected;
    private final Needle needle;
    private int matched;

    CheckedBody(boolean statusAsExpected, Needle needle) {
        this.statusAsExpected = statusAsExpected;
        this.needle = needle;
    }

    @Override
    public CompletionStage<Outcome> getBody() {
        return outcome;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            matched = needle.search(buffer, matched);
        }
    }

    @Override
    public void onError(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (!statusAsExpected) {
            outcome.complete(Outcome.STATUS);
        } else {
            outcome.complete(needle.found(matched) ? Outcome.OK : Outcome.EXPECTATION);
        }
    }
}
