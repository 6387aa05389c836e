package io.fetchmark.worker;

import io.fetchmark.measure.Distribution;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Shortage;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.Vitals;
import java.util.Map;

/** A slice on its way: as {@link Slice}, with the distributions in their encoded form. */
record Sliced(
        long startNanos,
        long endNanos,
        Map<Outcome, Long> errors,
        Map<Outcome, Long> early,
        Map<Outcome, Long> late,
        long dropped,
        long reconnected,
        Map<Shortage, Long> shortages,
        String serviceTime,
        String responseTime,
        String startLateness,
        Vitals vitals)
        implements Message {

    static Sliced of(Slice slice) {
        return new Sliced(
                slice.startNanos(),
                slice.endNanos(),
                slice.errors(),
                slice.early(),
                slice.late(),
                slice.dropped(),
                slice.reconnected(),
                slice.shortages(),
                slice.serviceTime().encode(),
                slice.responseTime().encode(),
                slice.startLateness().encode(),
                slice.vitals());
    }

    /**
     * The slice that was sent.
     *
     * @throws IllegalArgumentException if it is torn
     */
    Slice slice() {
        return new Slice(
                startNanos,
                endNanos,
                errors,
                early,
                late,
                dropped,
                reconnected,
                shortages,
                Distribution.decode(serviceTime),
                Distribution.decode(responseTime),
                Distribution.decode(startLateness),
                vitals);
    }

    @Override
    public void deliver(Inbox inbox) {
        inbox.take(slice());
    }
}
