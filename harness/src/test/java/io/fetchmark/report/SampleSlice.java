package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetSlice;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Slices of a run as they might have been. */
final class SampleSlice {

    private SampleSlice() {}

    /** Exchanges with these service and response times, in nanoseconds. */
    static Slice of(double start, double end, long[] service, long[] response) {
        return new Slice(
                (long) (start * 1e9),
                (long) (end * 1e9),
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                Map.of(),
                Distribution.of(service),
                Distribution.of(response),
                Distribution.of(new long[response.length]),
                vitals((long) ((end - start) * 1e9), response.length));
    }

    /** The same with exchanges that failed, and arrivals that were dropped. */
    static Slice failing(Slice slice) {
        return new Slice(
                slice.startNanos(),
                slice.endNanos(),
                Map.of(Outcome.TIMEOUT, 12L),
                slice.early(),
                slice.late(),
                37,
                4,
                Map.of(),
                slice.serviceTime(),
                slice.responseTime(),
                slice.startLateness(),
                slice.vitals());
    }

    /** What a target may have used meanwhile. */
    static TargetSlice target(SliceSummary slice) {
        return new TargetSlice(
                slice.requests() * 14_800,
                OptionalLong.of(0),
                OptionalLong.of(9_437_184),
                OptionalLong.of(0),
                OptionalLong.of((long) (slice.seconds() * 3e7)));
    }

    private static Vitals vitals(long nanos, int exchanges) {
        long cpu = Math.min(nanos, exchanges * 60_000L);
        return new Vitals(
                List.of(1),
                cpu,
                nanos / 120,
                OptionalLong.empty(),
                OptionalLong.of(nanos / 70),
                OptionalLong.of(cpu + nanos / 25));
    }
}
