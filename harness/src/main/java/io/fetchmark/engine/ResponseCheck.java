package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Expect;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;

/**
 * Judges responses as they come in, keeping nothing of them. That a body is complete, by its Content-Length or its last
 * chunk, is seen to by HttpClient, which fails the exchange otherwise. May be used by any thread.
 */
final class ResponseCheck implements BodyHandler<Outcome> {

    private final int status;
    private final Needle needle;

    ResponseCheck(Expect expect) {
        this.status = expect.status();
        this.needle = new Needle(expect.contains().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public BodySubscriber<Outcome> apply(ResponseInfo response) {
        return new CheckedBody(response.statusCode(), new Judgement(status, needle));
    }
}
