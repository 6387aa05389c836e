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
    private final int status;
    private final Judgement judgement;
    private final Runnable complete;

    /**
     * @param status the code of the response
     * @param complete is run when the body has ended
     */
    CheckedBody(int status, Judgement judgement, Runnable complete) {
        this.complete = complete;
        this.status = status;
        this.judgement = judgement;
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
        buffers.forEach(judgement::accept);
    }

    @Override
    public void onError(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        complete.run();
        outcome.complete(judgement.outcome(status));
    }
}
