package io.fetchmark.target;

import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The talk with the JVM that owns a target, about that one. Orders are answered in turn; what it says unasked is kept. Any
 * thread may call any method.
 */
final class HostLine {

    private final int target;
    private final ForkedJvm jvm;
    private final BlockingQueue<HostMessage> answers = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private volatile Optional<Reading> told = Optional.empty();
    private volatile Optional<String> lost = Optional.empty();
    private volatile boolean closing;

    HostLine(int target, ForkedJvm jvm) {
        this.target = target;
        this.jvm = jvm;
    }

    /** Has a target started. */
    HostMessage.Ready start(TargetOrder order) throws TargetFailure, InterruptedException {
        HostMessage answer = ask(new HostOrder.Start(target, order));
        if (answer instanceof HostMessage.Ready ready) {
            return ready;
        }
        throw new TargetFailure("the JVM that owns the target did not understand: " + answer);
    }

    void pause() throws TargetFailure, InterruptedException {
        ask(new HostOrder.Pause(target));
    }

    void resume() throws TargetFailure, InterruptedException {
        ask(new HostOrder.Resume(target));
    }

    /** Has the target removed; its death is nobody's concern from now on. */
    void remove() throws TargetFailure, InterruptedException {
        closing = true;
        ask(new HostOrder.Remove(target));
    }

    private synchronized HostMessage ask(HostOrder order) throws TargetFailure, InterruptedException {
        if (lost.isPresent()) {
            throw new TargetFailure(lost.get());
        }
        try {
            jvm.send(Json.line(order));
        } catch (IOException e) {
            // It has ended, which is the answer.
        }
        HostMessage answer = answers.take();
        if (answer instanceof HostMessage.Failed failed) {
            throw new TargetFailure(failed.reason());
        }
        return answer;
    }

    /** Takes what was said of this target. */
    void hear(HostMessage message) {
        if (message instanceof HostMessage.Used used) {
            told = Optional.of(used.at(Instant.now()));
        } else if (message instanceof HostMessage.Died died) {
            die(died.reason());
        } else {
            answers.add(message);
        }
    }

    /** The JVM has ended: whatever is asked of it from now on fails for that reason. */
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
