package io.fetchmark.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Readings of the same counters in the order of their instants. Any thread may call any method. */
final class Readings<S extends Sample<S>> {

    /** Half an hour at ten a second. Of a longer time half of them say as much. */
    static final int MOST = 20_000;

    private final List<S> all = new ArrayList<>();

    /** Adds a reading, unless it is not later than the last one, or counts less: then it says nothing. */
    synchronized void add(S reading) {
        if (last().filter(last -> !reading.follows(last)).isPresent()) {
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

    synchronized Optional<S> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The last one that is not after that instant. */
    synchronized Optional<S> before(Instant instant) {
        int index = indexBefore(instant);
        return index < 0 ? Optional.empty() : Optional.of(all.get(index));
    }

    /** What would have been read at that instant, if all was used evenly between two readings; empty outside of them. */
    synchronized Optional<S> at(Instant instant) {
        int index = indexBefore(instant);
        if (index < 0
                || (index == all.size() - 1 && instant.isAfter(all.get(index).at()))) {
            return Optional.empty();
        }
        S earlier = all.get(index);
        S later = all.get(Math.min(index + 1, all.size() - 1));
        return Optional.of(earlier.towards(later, instant));
    }

    private int indexBefore(Instant instant) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (all.get(middle).at().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    private void thin() {
        for (int i = 0; i < all.size() / 2; i++) {
            all.set(i, all.get(2 * i));
        }
        all.subList(all.size() / 2, all.size()).clear();
    }
}
