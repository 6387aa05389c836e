package io.fetchmark.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The slices of a measured time as they come in, at most {@value #MOST} of them: where there are more, two neighbours become
 * one, all alike, and so do those that follow. So a load that runs for a day takes no more memory than one of half an hour. Not
 * for use by several threads.
 */
public final class SliceBuffer {

    static final int MOST = 1200;

    private final List<Slice> slices = new ArrayList<>();

    /** How many that came in make one, and how many the last one has. */
    private int each = 1;

    private int joined;

    /**
     * Takes a slice.
     *
     * @param next follows the one before it
     */
    public void add(Slice next) {
        if (joined > 0 && joined < each) {
            int last = slices.size() - 1;
            slices.set(last, slices.get(last).then(next).compact());
            joined++;
            return;
        }
        if (slices.size() == MOST) {
            joinNeighbours();
        }
        slices.add(next.compact());
        joined = 1;
    }

    public Recording recording() {
        return new Recording(slices);
    }

    private void joinNeighbours() {
        List<Slice> pairs = new ArrayList<>();
        for (int index = 0; index < slices.size(); index += 2) {
            pairs.add(slices.get(index).then(slices.get(index + 1)).compact());
        }
        slices.clear();
        slices.addAll(pairs);
        each *= 2;
    }
}
