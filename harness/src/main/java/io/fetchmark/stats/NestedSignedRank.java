package io.fetchmark.stats;

import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test of {@link NestedSets}, joined: the statistic is the largest of their standardised ones, and it
 * is compared with what {@link NestedFlips} make of it. If the order of the values does not depend on their signs, and each
 * value is as likely to be −x as x, it is exact like a permutation test (Westfall and Young, Resampling-Based Multiple
 * Testing, 1993, have the largest of several statistics).
 */
public final class NestedSignedRank {

    private NestedSignedRank() {}

    /**
     * Whether the values lie above 0, significantly at this level. If they are symmetric about 0 or about something below,
     * that is so in at most this share of cases. A value of 0 counts as one below, as in {@link SignedRank}.
     *
     * @param level in (0, 1)
     * @param values finite, the least disturbed first
     */
    public static boolean isAbove(double level, double... values) {
        int[] sizes = NestedSets.sizes(values.length);
        boolean joined = sizes.length == 1
                || new NestedFlips(ranks(values), level).pValue(statistic(strongest(values), values), level) <= level;
        // Joined they are no rarer than one of them is by itself.
        return joined && Arrays.stream(sizes).anyMatch(size -> SignedRank.pValue(Arrays.copyOf(values, size)) <= level);
    }

    /**
     * The size of the set whose statistic is the largest.
     *
     * @param values finite, the least disturbed first, at least one
     */
    public static int strongest(double... values) {
        int strongest = values.length;
        for (int size : NestedSets.sizes(values.length)) {
            strongest = statistic(size, values) > statistic(strongest, values) ? size : strongest;
        }
        return strongest;
    }

    /** In each set, twice the ranks of the magnitudes. */
    static int[][] ranks(double... values) {
        return Arrays.stream(NestedSets.sizes(values.length))
                .mapToObj(size -> ranks(size, values))
                .toArray(int[][]::new);
    }

    private static double statistic(int size, double... values) {
        return NestedFlips.statistic(ranks(size, values), values);
    }

    private static int[] ranks(int size, double... values) {
        return Ranks.doubled(Arrays.stream(values, 0, size).map(Math::abs).toArray());
    }
}
