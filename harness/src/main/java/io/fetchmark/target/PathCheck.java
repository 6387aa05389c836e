package io.fetchmark.target;

import io.fetchmark.result.NetworkPath;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** Asks by a request of HTTP. */
final class PathCheck implements ReadyCheck {

    private final Probe probe;
    private final Map<NetworkPath, CheckFailure> failures = new EnumMap<>(NetworkPath.class);
    private OptionalInt lastStatus = OptionalInt.empty();

    PathCheck(Probe probe) {
        this.probe = probe;
    }

    @Override
    public boolean passes(Candidate way) throws InterruptedException {
        try {
            Probe.Answer answer = probe.ask(way.url());
            failures.remove(way.path());
            lastStatus = OptionalInt.of(answer.status());
            return answer.isRight();
        } catch (CheckException e) {
            failures.put(way.path(), e.failure());
            return false;
        }
    }

    @Override
    public OptionalInt lastStatus() {
        return lastStatus;
    }

    @Override
    public Map<NetworkPath, CheckFailure> failures() {
        return failures;
    }
}
