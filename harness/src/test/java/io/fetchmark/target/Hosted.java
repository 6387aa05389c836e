package io.fetchmark.target;

import io.fetchmark.result.TargetFacts;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A target alone on its host, for tests. */
record Hosted(TargetHost host, Target target) implements AutoCloseable {

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
        host.close();
    }
}
