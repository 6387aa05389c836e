package io.fetchmark.target;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Whether an engine that has answered still does. */
final class EngineCheck {

    private EngineCheck() {}

    /**
     * Why no answer is to be expected of it any more, as a sentence; empty if it answers.
     *
     * @param patience how long it may take
     */
    static Optional<String> failure(Engine engine, Duration patience) throws InterruptedException {
        try {
            return TimeLimitedCall.call("engine-check", patience, () -> {
                try {
                    engine.client().pingCmd().exec();
                    return Optional.empty();
                } catch (RuntimeException e) {
                    return gone(engine, e);
                }
            });
        } catch (TimeoutException e) {
            return Optional.of(
                    "the Docker engine at " + engine.at() + " hangs: it takes connections, but has not answered"
                            + " for " + patience.toSeconds() + " s: restart it");
        }
    }

    /** A connection may have been ended by an engine that was started anew meanwhile, so it is asked once more. */
    private static Optional<String> gone(Engine engine, RuntimeException failure) {
        String reason = "unix".equals(engine.at().getScheme())
                ? Knock.at(engine.at().toString())
                : answersNow(engine) ? "" : " (" + failure.getMessage() + ")";
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of("the Docker engine at " + engine.at() + " does not answer any more" + reason);
    }

    private static boolean answersNow(Engine engine) {
        try {
            engine.client().pingCmd().exec();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
