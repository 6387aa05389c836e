package io.fetchmark.target;

import io.fetchmark.result.TargetFacts;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * A target on its host, for tests.
 *
 * @param alone whether the host ends with the target
 */
record Hosted(TargetHost host, Target target, boolean alone) implements AutoCloseable {

    TargetFacts facts() {
        return target.facts();
    }

    CompletableFuture<String> death() {
        return target.death();
    }

    TargetMeter meter() {
        return target.meter();
    }

    OptionalLong pid() {
        return host.pid();
    }

    @Override
    public void close() {
        if (alone) {
            host.close();
        } else {
            target.close();
        }
    }
}
