package io.fetchmark.target;

import io.fetchmark.result.DelayFacts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

/**
 * How exact the delay of a target is: single fetches of its start page, one after another, before any load.
 *
 * @param wanted above 0
 */
record DelayCheck(URI url, Duration wanted) {

    private static final int MOST_FETCHES = 20;
    private static final int WARM_UPS = 2;
    private static final Duration BUDGET = Duration.ofSeconds(5);

    DelayFacts measure(String way) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/")).build();
        int fetches = (int) Math.max(1, Math.min(MOST_FETCHES, BUDGET.dividedBy(wanted)));
        long[] nanos = new long[fetches];
        for (int i = -Math.min(WARM_UPS, fetches - 1); i < fetches; i++) {
            long start = System.nanoTime();
            fetch(client, request);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return new DelayFacts(way, wanted.toNanos(), at(nanos, 0.5), at(nanos, 0.99), fetches);
    }

    private static void fetch(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (RuntimeException e) {
            throw new IOException("what " + request.uri() + " answers is not HTTP: " + e.getMessage(), e);
        }
    }

    private static long at(long[] sorted, double quantile) {
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }
}
