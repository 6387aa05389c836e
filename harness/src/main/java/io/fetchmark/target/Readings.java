package io.fetchmark.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Readings of one target in the order of their instants. Any thread may call any method. */
final class Readings {

    /** Half an hour at ten a second. Of a longer time half of them say as much. */
    static final int MOST = 20_000;

    private final List<Reading> all = new ArrayList<>();

    /** Adds a reading, unless it is not later than the last one, or counts less: then it says nothing. */
    synchronized void add(Reading reading) {
        Optional<Reading> last = last();
        if (last.isPresent()
                && (!reading.at().isAfter(last.get().at())
                        || reading.cpuNanos() < last.get().cpuNanos())) {
            return;
        }
        if (all.size() >= MOST) {
            thin();
        }
        all.add(reading);
    }

    synchronized int size() {
        return all.size();
    }

    synchronized Optional<Reading> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The last one that is not after that instant. */
    synchronized Optional<Reading> before(Instant instant) {
        int index = indexBefore(instant);
        return index < 0 ? Optional.empty() : Optional.of(all.get(index));
    }

    /** What would have been read at that instant, if all was used evenly between two readings; empty outside of them. */
    synchronized Optional<Reading> at(Instant instant) {
        int index = indexBefore(instant);
        if (index < 0
                || (index == all.size() - 1 && instant.isAfter(all.get(index).at()))) {
            return Optional.empty();
        }
        Reading earlier = all.get(index);
        Reading later = all.get(Math.min(index + 1, all.size() - 1));
        return Optional.of(earlier.towards(later, instant));
    }

    private int indexBefore(Instant instant) {
        Reading sought = new Reading(instant, 0, OptionalLong.empty(), OptionalLong.empty());
        int found = Collections.binarySearch(all, sought, Comparator.comparing(Reading::at));
        return found >= 0 ? found : -found - 2;
    }

    private void thin() {
        for (int i = 0; i < all.size() / 2; i++) {
            all.set(i, all.get(2 * i));
        }
        all.subList(all.size() / 2, all.size()).clear();
    }
}
