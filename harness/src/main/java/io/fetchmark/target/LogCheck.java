package io.fetchmark.target;

import io.fetchmark.plan.ReadySign;
import io.fetchmark.result.NetworkPath;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Waits for a line of the log, then asks by a connection. */
final class LogCheck implements ReadyCheck {

    private final ReadyCheck port = new PortCheck();
    private final CompletableFuture<Void> said;

    /** To be made before the container starts. */
    LogCheck(TargetLog log, ReadySign.Says sign) {
        said = log.whenSaid(Pattern.compile(sign.pattern()));
    }

    @Override
    public boolean isDue() {
        return said.isDone();
    }

    @Override
    public boolean passes(Candidate way) throws InterruptedException {
        return port.passes(way);
    }

    @Override
    public Map<NetworkPath, CheckFailure> failures() {
        return port.failures();
    }
}
