package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.Expect;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Judges responses as they come in, keeping nothing of them. That a body is complete, by its Content-Length or its last
 * chunk, is seen to by HttpClient, which fails the exchange otherwise. May be used by any thread.
 */
final class ResponseCheck implements BodyHandler<Outcome> {

    private final int status;
    private final Needle needle;
    private final HttpClient.Version version;
    private final Consumer<ResponseInfo> complete;

    /**
     * @param version a response by another one is a protocol error: a figure of HTTP/1.1 is not to pass for one of HTTP/2
     * @param complete is told of each response that is complete
     */
    ResponseCheck(Expect expect, HttpClient.Version version, Consumer<ResponseInfo> complete) {
        this.complete = complete;
        this.version = version;
        this.status = expect.status();
        this.needle = new Needle(expect.contains().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public BodySubscriber<Outcome> apply(ResponseInfo response) {
        if (response.version() != version) {
            return BodySubscribers.replacing(Outcome.PROTOCOL);
        }
        return new CheckedBody(response.statusCode(), new Judgement(status, needle), () -> complete.accept(response));
    }
}
