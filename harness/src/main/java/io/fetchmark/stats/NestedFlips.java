package io.fetchmark.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The distribution of the largest of several standardised signed-rank statistics of nested sets, given the ranks, if each
 * value is as likely to be −x as x: what random choices of signs make of the same ranks, each choice together with its
 * opposite. The choices are the same in every call, so that it is a pure function of the ranks.
 *
 * <p>The sums of a choice are looked up by {@value #CHUNK} signs at a time (Arlazarov, Dinic, Kronrod and Faradzhev, Soviet
 * Mathematics Doklady 11, 1970).
 */
final class NestedFlips {

    private static final int CHUNK = 8;
    private static final int PATTERNS = 1 << CHUNK;
    private static final int CHUNKS_OF_LONG = Long.SIZE / CHUNK;
    private static final long SEED = 20261130;

    /** As many choices lie beyond a critical value, so that its level is known within an eighth. */
    private static final int BEYOND = 64;

    /** Far less than any two different statistics lie apart, far more than they are rounded by. */
    private static final double ROUNDING = 1e-9;

    private final double[] largest;

    /**
     * Of these ranks.
     *
     * @param ranks of each set, doubled, as {@link Ranks} has them: the sets are nested, and each begins with the same value
     * @param level that they are to be compared with, in (0, 1): the lower, the more choices it takes
     */
    NestedFlips(int[][] ranks, double level) {
        largest = new double[2 * (int) Math.ceil(BEYOND / level / 2)];
        double[][] tables = Arrays.stream(ranks).map(NestedFlips::table).toArray(double[][]::new);
        int values = Arrays.stream(ranks).mapToInt(set -> set.length).max().orElse(0);
        long[] signs = new long[(values + Long.SIZE - 1) / Long.SIZE];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int choice = 0; choice < largest.length; choice += 2) {
            for (int index = 0; index < signs.length; index++) {
                signs[index] = random.nextLong();
            }
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (double[] table : tables) {
                double statistic = sum(table, signs);
                most = Math.max(most, statistic);
                least = Math.min(least, statistic);
            }
            largest[choice] = most;
            largest[choice + 1] = -least;
        }
    }

    /** The chance of a statistic as large as this one, which counts as one more choice of signs. */
    double pValue(double statistic) {
        long beyond = Arrays.stream(largest)
                .filter(other -> other >= statistic - ROUNDING)
                .count();
        return (beyond + 1.0) / (largest.length + 2);
    }

    /** The largest statistic whose {@link #pValue} is above that level. */
    double critical(double level) {
        double[] sorted = Arrays.stream(largest).sorted().toArray();
        int beyond = (int) (level * (largest.length + 2)) - 1;
        return sorted[sorted.length - 1 - beyond];
    }

    /** The standardised signed-rank statistic of a set: the sum of signed ranks by the root of that of their squares. */
    static double statistic(int[] ranks, double... values) {
        double sum = 0;
        for (int index = 0; index < ranks.length; index++) {
            sum += values[index] > 0 ? ranks[index] : -ranks[index];
        }
        return sum / root(ranks);
    }

    private static double root(int... ranks) {
        return Math.sqrt(
                Arrays.stream(ranks).mapToDouble(rank -> rank * (double) rank).sum());
    }

    /** For each chunk of a set, the sum of its signed and standardised ranks by pattern of signs. */
    private static double[] table(int... ranks) {
        double root = root(ranks);
        double[] table = new double[(ranks.length + CHUNK - 1) / CHUNK * PATTERNS];
        for (int index = 0; index < ranks.length; index++) {
            int chunk = index / CHUNK * PATTERNS;
            int bit = 1 << index % CHUNK;
            for (int pattern = 0; pattern < PATTERNS; pattern++) {
                table[chunk + pattern] += ((pattern & bit) == 0 ? -ranks[index] : ranks[index]) / root;
            }
        }
        return table;
    }

    private static double sum(double[] table, long... signs) {
        double sum = 0;
        for (int chunk = 0; chunk * PATTERNS < table.length; chunk++) {
            long bits = signs[chunk / CHUNKS_OF_LONG] >>> (chunk % CHUNKS_OF_LONG * CHUNK);
            sum += table[chunk * PATTERNS + (int) (bits & (PATTERNS - 1))];
        }
        return sum;
    }
}
