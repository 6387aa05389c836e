package io.fetchmark.stats;

import java.util.Arrays;

/** How far values lie apart that are tested in {@link NestedSets}. */
public final class NestedSpread {

    private NestedSpread() {}

    /**
     * By how much all values would have to lie apart to show as much as the most telling set does: the least of the robust
     * standard deviations of the sets, each times the root of how many times as many values there are in all.
     *
     * @param values at least one, the least disturbed first
     */
    public static double robust(double... values) {
        return Arrays.stream(NestedSets.sizes(values.length))
                .mapToDouble(
                        size -> Spread.robust(Arrays.copyOf(values, size)) * Math.sqrt((double) values.length / size))
                .min()
                .orElseThrow();
    }
}
