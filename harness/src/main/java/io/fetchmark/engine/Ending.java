package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recorder;
import io.fetchmark.measure.Shortage;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How an exchange by HttpClient ended.
 *
 * @param shortage what the client itself lacked, so that the exchange is not the target's
 * @param again whether the request was sent more than once
 * @param status the status code of the response; 0 if there is none
 * @param example what else is known of a failure
 */
record Ending(Outcome outcome, Optional<Shortage> shortage, boolean again, int status, Supplier<String> example) {

    static Ending of(Outcome outcome, boolean again) {
        return new Ending(outcome, Optional.empty(), again, 0, Ending::nothing);
    }

    static Ending of(HttpResponse<Outcome> response, boolean again) {
        return new Ending(response.body(), Optional.empty(), again, response.statusCode(), () -> example(response));
    }

    /** The rest of what is wrong with a response is an exception. */
    private static String example(HttpResponse<Outcome> response) {
        if (response.body() == Outcome.PROTOCOL) {
            return "answered by " + response.version();
        }
        boolean encoded = response.headers()
                .firstValue("Content-Encoding")
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent();
        return response.body() == Outcome.EXPECTATION && encoded ? Judgement.ENCODED : "";
    }

    static Ending of(Throwable cause, boolean again) {
        Failure failure = Failure.of(cause);
        return new Ending(failure.outcome(), failure.shortage(), again, 0, () -> Failure.inWords(cause));
    }

    /** Records it once; see {@link Recorder#record}. */
    void record(Recorder recorder, long intended, long ready, long started, long ended) {
        if (shortage.isPresent()) {
            recorder.lack(intended, shortage.get());
            return;
        }
        recorder.record(intended, ready, started, ended, outcome);
        if (outcome != Outcome.OK) {
            recorder.explain(intended, outcome, outcome == Outcome.STATUS ? status : 0, example);
        }
        if (again && outcome != Outcome.CONNECT) {
            recorder.reconnect(intended);
        }
    }

    private static String nothing() {
        return "";
    }
}
