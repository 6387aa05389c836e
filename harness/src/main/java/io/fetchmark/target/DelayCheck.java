package io.fetchmark.target;

import io.fetchmark.plan.HttpVersion;
import io.fetchmark.result.DelayFacts;
import java.net.URI;
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
    /** Beyond the delay. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** More than the start page has, so that all of it is timed. */
    private static final int MOST_BYTES = 1 << 20;

    /** @throws TargetFailure if a fetch gets no answer within 10 s more than the delay */
    DelayFacts measure(String way) throws TargetFailure, InterruptedException {
        Duration patience = wanted.plus(PATIENCE);
        CheckClient client = new CheckClient(HttpVersion.HTTP_1_1, patience, patience);
        int fetches = (int) Math.max(1, Math.min(MOST_FETCHES, BUDGET.dividedBy(wanted)));
        long[] nanos = new long[fetches];
        for (int i = -Math.min(WARM_UPS, fetches - 1); i < fetches; i++) {
            long start = System.nanoTime();
            fetch(client);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return new DelayFacts(way, wanted.toNanos(), at(nanos, 0.5), at(nanos, 0.99), fetches);
    }

    private void fetch(CheckClient client) throws TargetFailure, InterruptedException {
        URI page = url.resolve("/");
        try {
            client.get(page, MOST_BYTES);
        } catch (CheckException e) {
            throw new TargetFailure(
                    "the <delay> could not be checked, as a fetch of " + page + " failed: " + e.failure(), e);
        }
    }

    private static long at(long[] sorted, double quantile) {
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
    }
}
