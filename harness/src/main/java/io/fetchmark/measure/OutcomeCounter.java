package io.fetchmark.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/** Counters of exchanges, one for each outcome; used by any number of threads. */
final class OutcomeCounter {

    private final Map<Outcome, LongAdder> adders = new EnumMap<>(Outcome.class);

    OutcomeCounter() {
        for (Outcome outcome : Outcome.values()) {
            adders.put(outcome, new LongAdder());
        }
    }

    void add(Outcome outcome) {
        Objects.requireNonNull(adders.get(outcome)).increment();
    }

    /** How many there are, without the outcomes of which there are none. */
    Map<Outcome, Long> counts() {
        return counts(LongAdder::sum);
    }

    /** How many there are since the last call, without the outcomes of which there are none. One thread calls this. */
    Map<Outcome, Long> take() {
        return counts(LongAdder::sumThenReset);
    }

    private Map<Outcome, Long> counts(ToLongFunction<LongAdder> reading) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        adders.forEach((outcome, adder) -> {
            long count = reading.applyAsLong(adder);
            if (count > 0) {
                counts.put(outcome, count);
            }
        });
        return counts;
    }
}
