package io.fetchmark.target;

import java.util.Optional;
import java.util.OptionalInt;

/** Asks by a request of HTTP. */
final class PathCheck implements ReadyCheck {

    private final Probe probe;
    private OptionalInt lastStatus = OptionalInt.empty();

    PathCheck(Probe probe) {
        this.probe = probe;
    }

    @Override
    public boolean passes(Candidate way) throws InterruptedException {
        Optional<Probe.Answer> answer = probe.ask(way.url());
        answer.ifPresent(any -> lastStatus = OptionalInt.of(any.status()));
        return answer.filter(Probe.Answer::isRight).isPresent();
    }

    @Override
    public OptionalInt lastStatus() {
        return lastStatus;
    }
}
