package io.fetchmark.target;

import io.fetchmark.result.JarFacts;
import io.fetchmark.result.TargetFacts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A target that answers, in this JVM's hands.
 *
 * @param death completes with the reason when the target ends, by itself or not
 * @param counters of what it uses, if that can be known
 */
record StartedTarget(TargetFacts facts, CompletableFuture<String> death, Optional<Counters> counters, Hold hold) {

    /** The same target, which runs that jar. */
    StartedTarget running(JarFacts jar) {
        return new StartedTarget(facts.running(jar), death, counters, hold);
    }
}
