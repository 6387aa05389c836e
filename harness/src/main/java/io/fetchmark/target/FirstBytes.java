package io.fetchmark.target;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/** The first bytes of a body, each as one character, and no more of it: the rest is given up. */
final class FirstBytes implements BodySubscriber<String> {

    private final int most;
    private final StringBuilder bytes = new StringBuilder();
    private final CompletableFuture<String> body;

    /**
     * @param most how many, 0 or more
     * @param patience how long they may take from the head; what has not come by then is not in the body
     */
    FirstBytes(int most, Duration patience) {
        this.most = most;
        this.body = new CompletableFuture<String>().completeOnTimeout("", patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        CompletableFuture<String> unused = body.whenComplete((text, failure) -> subscription.cancel());
        if (most == 0) {
            body.complete("");
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining() && bytes.length() < most) {
                bytes.append((char) (buffer.get() & 0xff));
            }
        }
        if (bytes.length() == most) {
            body.complete(bytes.toString());
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toString());
    }
}
