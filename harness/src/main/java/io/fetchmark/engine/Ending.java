package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Shortage;
import java.util.Optional;

/**
 * How an exchange by HttpClient ended.
 *
 * @param shortage what the client itself lacked, so that the exchange is not the target's
 * @param again whether the request was sent more than once
 */
record Ending(Outcome outcome, Optional<Shortage> shortage, boolean again) {

    static Ending of(Outcome outcome, boolean again) {
        return new Ending(outcome, Optional.empty(), again);
    }

    static Ending of(Failure failure, boolean again) {
        return new Ending(failure.outcome(), failure.shortage(), again);
    }

    /** Records it once; see {@link Recorder#record}. */
    void record(Recorder recorder, long intended, long ready, long started, long ended) {
        if (shortage.isPresent()) {
            recorder.lack(intended, shortage.get());
            return;
        }
        recorder.record(intended, ready, started, ended, outcome);
        if (again && outcome != Outcome.CONNECT) {
            recorder.reconnect(intended);
        }
    }
}
