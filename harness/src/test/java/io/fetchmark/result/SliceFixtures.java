package io.fetchmark.result;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/** Slices of the results in {@link ResultFixtures}. */
final class SliceFixtures {

    private SliceFixtures() {}

    /** Service times around 51 ms; of a slice that lasts longer than a second, the rest is waiting. */
    static Slice slice(Random random, double startSeconds, double seconds, int exchanges, int failed, int dropped) {
        long[] service = new long[exchanges];
        long[] response = new long[exchanges];
        long[] late = new long[exchanges];
        for (int i = 0; i < exchanges; i++) {
            service[i] = Math.round(50_300_000 + 900_000 * StrictMath.exp(0.8 * random.nextGaussian()));
            late[i] = service[i] % 90_000;
            double waiting = Math.max(0, seconds - 1) * 1e9 * i / exchanges;
            response[i] = service[i] + random.nextInt(400_000) + Math.round(waiting);
        }
        long start = Math.round(startSeconds * 1e9);
        long end = start + Math.round(seconds * 1e9);
        Map<Outcome, Long> errors = Map.of(Outcome.TIMEOUT, (long) failed);
        return new Slice(
                start,
                end,
                errors,
                Map.of(),
                Map.of(),
                dropped,
                failed,
                Map.of(),
                Distribution.of(service),
                Distribution.of(response),
                Distribution.of(late),
                vitals(end - start, exchanges));
    }

    /** One CPU, which the client uses in part; collections and others take a little. */
    private static Vitals vitals(long nanos, int exchanges) {
        long cpu = exchanges * 98_400L;
        return new Vitals(
                List.of(1),
                cpu,
                nanos / 250,
                OptionalLong.of(0),
                OptionalLong.of(nanos / 100),
                OptionalLong.of(cpu + nanos / 50));
    }
}
