package io.fetchmark.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Mann and Whitney's test (Annals of Mathematical Statistics 18, 1947) of whether the values of one sample tend to lie
 * above or below those of another. Given all values, each choice of those that are the first sample has the same chance;
 * with up to {@value #EXACT} values in all they are counted, with more the rank sum is normal with the variance of such a
 * choice, and a continuity correction of ½. Equal values share their rank.
 */
public final class MannWhitney {

    private static final int EXACT = 24;

    private MannWhitney() {}

    /**
     * The chance of rank sums as uneven as these, or more, to either side, if both samples came from one source.
     *
     * @param first finite
     * @param second finite
     */
    public static double pValue(double[] first, double[] second) {
        double[] all =
                DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
        if (!Arrays.stream(all).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("must be finite, was " + Arrays.toString(all));
        }
        if (first.length == 0 || second.length == 0) {
            return 1;
        }
        int[] doubled = Ranks.doubled(all);
        int sum = Arrays.stream(doubled, 0, first.length).sum();
        return Math.min(
                1, all.length <= EXACT ? counted(doubled, first.length, sum) : normal(doubled, first.length, sum));
    }

    private static double normal(int[] doubled, int chosen, int sum) {
        double mean = (doubled.length + 1) / 2.0;
        double variance = Arrays.stream(doubled)
                        .mapToDouble(rank -> (rank / 2.0 - mean) * (rank / 2.0 - mean))
                        .sum()
                / (doubled.length - 1)
                * chosen
                * (doubled.length - chosen)
                / doubled.length;
        double off = Math.abs(sum / 2.0 - chosen * mean) - 0.5;
        return variance == 0 ? 1 : 2 * Normal.above(off / Math.sqrt(variance));
    }

    /** Twice the smaller tail of the sums of so many chosen ranks. */
    private static double counted(int[] doubled, int chosen, int sum) {
        int most = Arrays.stream(doubled).sum();
        double[][] choices = new double[chosen + 1][most + 1];
        choices[0][0] = 1;
        int reached = 0;
        for (int rank : doubled) {
            reached += rank;
            for (int size = chosen; size > 0; size--) {
                choose(rank, choices[size - 1], choices[size], reached);
            }
        }
        double below = Arrays.stream(choices[chosen], 0, sum + 1).sum();
        double above = Arrays.stream(choices[chosen], sum, most + 1).sum();
        return 2 * Math.min(below, above) / Arrays.stream(choices[chosen]).sum();
    }

    private static void choose(int rank, double[] without, double[] with, int reached) {
        for (int total = rank; total <= reached; total++) {
            with[total] += without[total - rank];
        }
    }
}
