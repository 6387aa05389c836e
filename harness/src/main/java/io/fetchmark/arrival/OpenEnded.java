package io.fetchmark.arrival;

import java.util.OptionalLong;
import java.util.function.Supplier;

/** A schedule whose end is found while it is used. Not for use by several threads, but for {@link #isOver}. */
public final class OpenEnded implements ArrivalSchedule {

    private final ArrivalSchedule whole;
    private final Supplier<OptionalLong> end;

    /**
     * @param whole goes on for long enough; used by nobody else
     * @param end in nanoseconds after the start: no arrival is due then or later; empty as long as it is not known
     */
    public OpenEnded(ArrivalSchedule whole, Supplier<OptionalLong> end) {
        this.whole = whole;
        this.end = end;
    }

    @Override
    public long next() {
        long arrival = whole.next();
        return isOver(arrival) ? NONE : arrival;
    }

    @Override
    public boolean isOpen() {
        return end.get().isEmpty();
    }

    @Override
    public boolean isOver(long arrival) {
        OptionalLong known = end.get();
        return known.isPresent() && arrival >= known.getAsLong();
    }
}
