package io.fetchmark.engine;

import io.fetchmark.measure.Outcome;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** One request that is sent again and again, and how its response is judged. May be used by any thread. */
final class Fetch implements AutoCloseable {

    private final HttpRequest request;
    private final ResponseCheck check;
    private final TunedClient client;

    /**
     * @throws IllegalArgumentException if the address or a header is not allowed; the message says which
     */
    Fetch(URI target, Request wanted) {
        this.request = build(target, wanted);
        this.check = new ResponseCheck(wanted.expect(), version(wanted.http()));
        this.client = new TunedClient(version(wanted.http()));
    }

    /** Sends the request and waits for the end of the response; gives it up when interrupted. */
    Outcome send() throws InterruptedException {
        try {
            return client.get().send(request, check).body();
        } catch (IOException e) {
            return Failures.outcome(e);
        }
    }

    /** Sends the request; cancelling the future gives it up. */
    CompletableFuture<HttpResponse<Outcome>> sendAsync() {
        return client.get().sendAsync(request, check);
    }

    @Override
    public void close() {
        client.close();
    }

    private static HttpClient.Version version(HttpVersion http) {
        return switch (http) {
            case HTTP_1_1 -> HttpClient.Version.HTTP_1_1;
            case HTTP_2 -> HttpClient.Version.HTTP_2;
        };
    }

    private static HttpRequest build(URI target, Request wanted) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(wanted.at(target));
        wanted.headers().forEach(builder::header);
        if (!wanted.body().isEmpty()) {
            return builder.method(wanted.method(), BodyPublishers.ofString(wanted.body()))
                    .build();
        }
        return wanted.method().equals("GET")
                ? builder.GET().build()
                : builder.method(wanted.method(), BodyPublishers.noBody()).build();
    }
}
