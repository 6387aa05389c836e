package io.fetchmark.worker;

import java.util.BitSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How far the workers of a crew are together: told on once each of them has told something new. Not for use by several
 * threads.
 */
final class CrewProgress {

    private final int size;
    private final Consumer<Progress> listener;
    private final TreeMap<Integer, Progress> latest = new TreeMap<>();
    private final BitSet news = new BitSet();

    CrewProgress(int size, Consumer<Progress> listener) {
        this.size = size;
        this.listener = listener;
    }

    /** What takes the progress of one of them. */
    Consumer<Progress> ofWorker(int index) {
        return progress -> {
            boolean behind = news.get(index);
            latest.put(index, progress);
            news.set(index);
            // One that tells twice does not wait for another that has ended, or stands still.
            if (behind || news.cardinality() == size) {
                news.clear();
                latest.values().stream().reduce(Progress::plus).ifPresent(listener);
            }
        };
    }
}
