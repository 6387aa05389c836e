package io.fetchmark.target;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The orders that are being carried out. While there are some, the parent is told each second that this JVM is at work,
 * and the engine that they depend on must answer. Any thread may call any method.
 */
final class PendingOrders {

    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(20);
    private static final long PERIOD_MILLIS = 1_000;

    private final Set<Integer> targets = ConcurrentHashMap.newKeySet();
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();
    private final Consumer<HostMessage> parent;
    private Optional<Engine> engine = Optional.empty();
    private Optional<String> lost = Optional.empty();

    /** @param parent takes the answers to orders, and what else is to be said of them */
    PendingOrders(Consumer<HostMessage> parent) {
        this.parent = parent;
        Thread thread = new Thread(this::report, "fetchmark-at-work");
        thread.setDaemon(true);
        thread.start();
    }

    /** An order for that target has come. */
    synchronized void begins(int target) {
        known.add(target);
        targets.add(target);
        lost.ifPresent(reason -> parent.accept(new HostMessage.Lost(target, reason)));
    }

    /** The order for a target is carried out, with that answer. */
    void ends(HostMessage answer) {
        targets.remove(answer.target());
        parent.accept(answer);
    }

    /** The order for a target cannot be carried out: for that reason, unless the engine has failed, which is one of its own. */
    void fails(int target, String reason) {
        ends(new HostMessage.Failed(target, engineFailure().orElse(reason)));
    }

    /** From now on the targets need that engine. It is the same each time. */
    synchronized void dependsOn(Engine found) {
        if (engine.isEmpty()) {
            engine = Optional.of(found);
            EngineWatch.start(found, ENGINE_PATIENCE, () -> !targets.isEmpty(), this::lose);
        }
    }

    /** An engine that comes back has not done what was asked of it, so it stays lost. */
    private synchronized void lose(String reason) {
        lost = Optional.of(reason);
        known.forEach(target -> parent.accept(new HostMessage.Lost(target, reason)));
    }

    private Optional<String> engineFailure() {
        Optional<Engine> known;
        synchronized (this) {
            known = engine;
        }
        try {
            return known.isPresent() ? EngineCheck.failure(known.get(), ENGINE_PATIENCE) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void report() {
        try {
            while (true) {
                Thread.sleep(PERIOD_MILLIS);
                targets.forEach(target -> parent.accept(new HostMessage.AtWork(target)));
            }
        } catch (InterruptedException e) {
            // This JVM ends.
        }
    }
}
