package io.fetchmark.target;

import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.json.Json;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The talk with the JVM that owns a target, about that one. Orders are answered in turn, each within a time; what it says
 * unasked is kept. Any thread may call any method.
 *
 * <p>While it is at an order, that JVM says so each second. So one that hangs is told from one whose engine takes long.
 * Once an answer was late, nothing more is asked: whatever comes then would be taken for the answer to another order.
 */
final class HostLine {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final int target;
    private final ForkedJvm jvm;
    private final HostPatience patience;
    private final Consumer<String> hung;
    private final BlockingQueue<HostMessage> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private volatile Optional<Reading> told = Optional.empty();
    private volatile Optional<String> lost = Optional.empty();
    private volatile boolean closing;
    private volatile boolean mayLeave;
    private volatile long heardAt = System.nanoTime();
    private volatile Duration more = Duration.ZERO;

    /** @param hung takes the reason when the JVM hangs, which concerns all its targets */
    HostLine(int target, ForkedJvm jvm, HostPatience patience, Consumer<String> hung) {
        this.hung = hung;
        this.target = target;
        this.jvm = jvm;
        this.patience = patience;
    }

    /** Has a target started. */
    HostMessage.Ready start(TargetOrder order) throws TargetFailure, InterruptedException {
        mayLeave = order.runtime() == RuntimeChoice.AUTO || order.runtime() == RuntimeChoice.DOCKER;
        HostMessage answer = ask(new HostOrder.Start(target, order), patience.ofStart(order.spec()), "started");
        if (answer instanceof HostMessage.Ready ready) {
            mayLeave = ready.facts().runtime() == TargetRuntime.DOCKER;
            return ready;
        }
        throw new TargetFailure("the JVM that owns the target did not understand: " + answer);
    }

    void pause() throws TargetFailure, InterruptedException {
        ask(new HostOrder.Pause(target), patience.pause(), "paused");
    }

    void resume() throws TargetFailure, InterruptedException {
        ask(new HostOrder.Resume(target), patience.pause(), "resumed");
    }

    /** Has the target removed; its death is nobody's concern from now on. */
    void remove() throws TargetFailure, InterruptedException {
        closing = true;
        ask(new HostOrder.Remove(target), patience.removal(), "removed");
        mayLeave = false;
    }

    /** Whether an engine has something of the target, which outlives the JVM if that is killed now. */
    boolean mayLeave() {
        return mayLeave;
    }

    private synchronized HostMessage ask(HostOrder order, Duration most, String deed)
            throws TargetFailure, InterruptedException {
        if (lost.isPresent()) {
            throw new TargetFailure(lost.get());
        }
        heardAt = System.nanoTime();
        more = Duration.ZERO;
        try {
            jvm.send(Json.line(order));
        } catch (IOException e) {
            // It has ended, which is the answer.
        }
        HostMessage answer = answer(System.nanoTime(), most, deed);
        if (answer instanceof HostMessage.Failed failed) {
            throw new TargetFailure(failed.reason());
        }
        return answer;
    }

    private HostMessage answer(long askedAt, Duration most, String deed) throws InterruptedException {
        while (true) {
            // Judged before the last look, for what has come while this process itself stood still.
            boolean silent = isSilent();
            boolean late = isLate(askedAt, most);
            HostMessage answer = answers.poll(LOOK.toNanos(), TimeUnit.NANOSECONDS);
            if (answer != null) {
                return answer;
            }
            if (silent && isSilent()) {
                hung.accept("the JVM that owns the target hangs: it should say something each second, but process "
                        + jvm.pid() + " said nothing for " + Durations.format(patience.silence()));
            } else if (late && isLate(askedAt, most)) {
                lose("the target was not " + deed + " within " + Durations.format(most.plus(more)) + ": process "
                        + jvm.pid() + ", which owns it, still waits for the engine or the system that runs it");
            }
        }
    }

    private boolean isSilent() {
        return System.nanoTime() - heardAt > patience.silence().toNanos();
    }

    private boolean isLate(long askedAt, Duration most) {
        return System.nanoTime() - askedAt > most.plus(more).toNanos();
    }

    /** The JVM has said something, of this target or another. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** Takes what was said of this target. */
    void hear(HostMessage message) {
        if (message instanceof HostMessage.Used used) {
            told = Optional.of(used.at(Instant.now()));
        } else if (message instanceof HostMessage.Died died) {
            die(died.reason());
        } else if (message instanceof HostMessage.Pulls) {
            more = more.plus(patience.pull());
        } else if (message instanceof HostMessage.Lost nothing) {
            lose(nothing.reason());
        } else if (!(message instanceof HostMessage.AtWork)) {
            answers.add(message);
        }
    }

    /** Whatever is asked from now on fails for that reason: the JVM has ended, or what it depends on. */
    void lose(String reason) {
        lost = Optional.of(reason);
        die(reason);
        answers.add(new HostMessage.Failed(target, reason));
    }

    /** The last reading that it told unasked. */
    Optional<Reading> told() {
        return told;
    }

    /** Completes with the reason if the target ends before it is removed. */
    CompletableFuture<String> death() {
        return death.copy();
    }

    private void die(String reason) {
        if (!closing) {
            death.complete(reason);
        }
    }
}
