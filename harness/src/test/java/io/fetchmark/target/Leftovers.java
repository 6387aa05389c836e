package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is ours at the engine and belongs to a process of this machine that is gone. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Leftovers() {}

    /** Waits until there are none: those of other builds on this machine go by themselves. */
    static void awaitNone() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> left = all();
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            left = all();
        }
        assertThat(left).as("what is left over").isEmpty();
    }

    private static List<String> all() {
        List<String> left = new ArrayList<>();
        for (String kind : List.of("container", "network", "volume")) {
            Docker.labels(kind).stream()
                    .filter(label -> Owner.parse(label).filter(Owner::isGone).isPresent())
                    .map(label -> kind + " of " + label)
                    .forEach(left::add);
        }
        return left;
    }
}
