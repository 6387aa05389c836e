package io.fetchmark.target;

import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.TargetSpec;
import java.time.Duration;

/**
 * How long the JVM that owns targets, and what it asks in its turn, may take for what it is ordered to do.
 *
 * @param silence how long it may say nothing meanwhile
 * @param start what a start may take beside its pulls and the wait until the target is ready: sweeping, copying content,
 *     creating, measuring a delay
 * @param pull one pull of an image
 * @param pause a pause, and the end of one
 * @param removal removing a target with all that belongs to it
 */
record HostPatience(Duration silence, Duration start, Duration pull, Duration pause, Duration removal) {

    static final HostPatience USUAL = new HostPatience(
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofMinutes(11),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));

    private static final Duration NGINX = Duration.ofMinutes(2);
    /** Compose reads the file, builds and starts. */
    private static final Duration COMPOSE = Duration.ofMinutes(15);

    /** A start without a pull. */
    Duration ofStart(TargetSpec spec) {
        return start.plus(readiness(spec));
    }

    private static Duration readiness(TargetSpec spec) {
        // A switch over sealed types needs a newer Java than this library may use.
        if (spec instanceof ContainerSpec container) {
            return container.companions().stream()
                    .map(Companion::ready)
                    .map(Readiness::timeout)
                    .reduce(container.ready().timeout(), Duration::plus);
        }
        if (spec instanceof JarSpec jar) {
            return readiness(jar.container());
        }
        return spec instanceof ComposeSpec compose
                ? COMPOSE.plus(compose.ready().timeout())
                : NGINX;
    }
}
