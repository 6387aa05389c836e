package io.fetchmark.target;

import io.fetchmark.fork.Launch;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.result.DelayFacts;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The embedded server in place of nginx, in this JVM. */
final class EmbeddedTarget {

    /** Of 2 s each: a machine may stand still for as long as one of them. */
    private static final int ATTEMPTS = 5;

    private EmbeddedTarget() {}

    static StartedTarget start(TargetOrder order, NginxSpec spec, List<String> warnings)
            throws TargetFailure, IOException, InterruptedException {
        if (spec.config().isPresent()) {
            throw new TargetFailure((warnings.isEmpty() ? "" : String.join(" ", warnings) + " ")
                    + "<nginx><config> can only be served by nginx in a container, not by the embedded server:"
                    + " leave it out, or run with -Dfetchmark.runtime=docker");
        }
        Probe probe = Probe.fresh();
        String token = probe.token().orElseThrow();
        EmbeddedServer server = new EmbeddedServer(new StaticContent(spec.content()), token, spec.delay());
        URI url = server.start();
        Optional<CheckFailure> failure = failure(probe, url);
        if (failure.isPresent()) {
            throw new TargetFailure("the embedded server was not reached at " + url + " (" + failure.get() + ")");
        }
        Optional<DelayFacts> delay = spec.delay().isZero()
                ? Optional.empty()
                : Optional.of(DelayRule.check(new DelayCheck(url, spec.delay()).measure("embedded")));
        TargetFacts facts = new TargetFacts(
                spec.kind(),
                TargetRuntime.EMBEDDED,
                NetworkPath.LOOPBACK,
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                order.cpus().filter(any -> Launch.canPin()).map(Object::toString),
                Optional.empty(),
                delay,
                Optional.empty(),
                warnings);
        return new StartedTarget(
                facts,
                new CompletableFuture<>(),
                Optional.of(new ProcessCounters(ProcessHandle.current().pid())),
                new EmbeddedHold(server));
    }

    private static Optional<CheckFailure> failure(Probe probe, URI url) throws InterruptedException {
        PathCheck check = new PathCheck(probe);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (check.passes(new Candidate(NetworkPath.LOOPBACK, url))) {
                return Optional.empty();
            }
        }
        return Optional.of(check.failures()
                .getOrDefault(
                        NetworkPath.LOOPBACK,
                        new CheckFailure(CheckFailure.Kind.NOT_HTTP, "what answers there is another server")));
    }

    /** An idle server uses next to nothing, so there is nothing to take from it. */
    private record EmbeddedHold(EmbeddedServer server) implements Hold {
        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void remove() {
            server.stop();
        }
    }
}
