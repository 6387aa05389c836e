package io.fetchmark.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The ranks of values, from the least; equal values share the mean of their ranks. Doubled, so that a shared rank is whole
 * too.
 */
final class Ranks {

    private Ranks() {}

    /** In the order of the values: twice a rank from 1 to their number. */
    static int[] doubled(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> values[index]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] doubled = new int[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int place = from; place < to; place++) {
                doubled[order[place]] = from + 1 + to;
            }
            from = to;
        }
        return doubled;
    }

    /** Whether any two values share a rank. */
    static boolean tied(int[] doubled) {
        return Arrays.stream(doubled).distinct().count() < doubled.length;
    }
}
