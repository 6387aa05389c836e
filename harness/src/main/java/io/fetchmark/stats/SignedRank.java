package io.fetchmark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Wilcoxon's signed-rank test (Biometrics Bulletin 1, 1945): values are ranked by magnitude, and W is the sum of the ranks
 * of those above 0. Where a value is as likely to be −x as x, every choice of signs has the same chance, whatever the
 * magnitudes are; with up to {@value #EXACT} values that distribution of W is used as it is, given the magnitudes, so that
 * values of equal magnitude need no correction. With more it is normal with the same variance, the sum of the squared
 * ranks / 4, and a continuity correction of ½; as the tails of W are the lighter ones, that errs on the safe side.
 *
 * <p>A value of 0 counts as one just below 0. So it keeps its rank, as Pratt has it (JASA 54, 1959), and speaks against
 * what is to be shown: more values of 0, or lower values, never make a test more certain.
 */
public final class SignedRank {

    private static final int EXACT = 60;

    /** By number of untied values, the chance of each W or more. */
    private static final double[][] TAILS = tails();

    private SignedRank() {}

    /**
     * The chance of a W as large as that of these values, if they were symmetric about 0: small where they tend to lie
     * above 0. It holds for symmetry about anything below 0 too.
     *
     * @param values finite
     */
    public static double pValue(double... values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("must be finite, was " + Arrays.toString(values));
        }
        int[] doubled = Ranks.doubled(Arrays.stream(values).map(Math::abs).toArray());
        long doubledSum = IntStream.range(0, values.length)
                .filter(index -> values[index] > 0)
                .mapToLong(index -> doubled[index])
                .sum();
        if (values.length > EXACT) {
            double mean = Arrays.stream(doubled).sum() / 4.0;
            double variance = Arrays.stream(doubled)
                            .mapToDouble(rank -> rank * (double) rank)
                            .sum()
                    / 16;
            return Normal.above((doubledSum / 2.0 - mean - 0.5) / Math.sqrt(variance));
        }
        return Ranks.tied(doubled)
                ? CoinSum.atLeast(doubledSum, doubled)
                : TAILS[values.length][(int) (doubledSum / 2)];
    }

    /**
     * How many of the least W have together at most this chance, without ties: of n values, the Walsh average of this rank
     * is a lower bound with one chance in 1 / {@code chance} to be above what they are symmetric about. 0 if none is.
     */
    static int boundRank(int values, double chance) {
        if (values > EXACT) {
            double mean = values * (values + 1) / 4.0;
            double variance = mean * (2 * values + 1) / 6;
            return (int) Math.floor(mean + 0.5 - Normal.exceededWith(chance) * Math.sqrt(variance));
        }
        double[] tail = TAILS[values];
        int rank = 0;
        while (rank < tail.length && tail[tail.length - 1 - rank] <= chance) {
            rank++;
        }
        return rank;
    }

    private static double[][] tails() {
        double[][] tails = new double[EXACT + 1][];
        double[] chances = {1};
        for (int values = 0; values <= EXACT; values++) {
            chances = values == 0 ? chances : CoinSum.with(values, chances);
            tails[values] = chances.clone();
            for (int sum = chances.length - 2; sum >= 0; sum--) {
                tails[values][sum] += tails[values][sum + 1];
            }
        }
        return tails;
    }
}
