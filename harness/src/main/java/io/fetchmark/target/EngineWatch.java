package io.fetchmark.target;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sees to it that nobody waits for an engine that has hung or ended: while something is asked of it, it must answer a
 * ping. An engine that works for long, at a pull for example, does. While nothing is asked, it is left alone, as a
 * measurement may run.
 */
final class EngineWatch {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Engine engine;
    private final Duration patience;
    private final BooleanSupplier asked;
    private final Consumer<String> lost;

    private EngineWatch(Engine engine, Duration patience, BooleanSupplier asked, Consumer<String> lost) {
        this.engine = engine;
        this.patience = patience;
        this.asked = asked;
        this.lost = lost;
    }

    /**
     * Starts to watch, in a thread that lives no longer than this JVM.
     *
     * @param patience how long a ping may take
     * @param asked whether somebody waits for the engine
     * @param lost takes the reason, once
     */
    static void start(Engine engine, Duration patience, BooleanSupplier asked, Consumer<String> lost) {
        Thread thread = new Thread(new EngineWatch(engine, patience, asked, lost)::watch, "fetchmark-engine-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            Optional<String> failure = Optional.empty();
            while (failure.isEmpty()) {
                Thread.sleep(PERIOD.toMillis());
                if (asked.getAsBoolean()) {
                    failure = EngineCheck.failure(engine, patience);
                }
            }
            lost.accept(failure.get());
        } catch (InterruptedException e) {
            // Nobody wants to know any more.
        }
    }
}
