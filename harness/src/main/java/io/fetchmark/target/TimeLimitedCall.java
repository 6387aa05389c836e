package io.fetchmark.target;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A call of a library that waits for another process for as long as that takes, made in a thread of its own, so that the
 * caller need not.
 */
final class TimeLimitedCall {

    private TimeLimitedCall() {}

    /**
     * Makes the call and returns its result. The thread of a call that is late stays with it.
     *
     * @throws TimeoutException if it has not ended in time
     * @throws RuntimeException if the call threw one
     */
    static <T> T call(String name, Duration most, Supplier<T> call) throws TimeoutException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(call.get());
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                "fetchmark-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}
