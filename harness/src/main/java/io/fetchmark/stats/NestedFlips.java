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

    private final double[][] tables;
    private final int words;
    private final int choices;

    /**
     * Of these ranks.
     *
     * @param ranks of each set, doubled, as {@link Ranks} has them: the sets are nested, and each begins with the same value
     * @param level that they are to be compared with, in (0, 1): the lower, the more choices it takes
     */
    NestedFlips(int[][] ranks, double level) {
        tables = Arrays.stream(ranks).map(NestedFlips::table).toArray(double[][]::new);
        int values = Arrays.stream(ranks).mapToInt(set -> set.length).max().orElse(0);
        words = (values + Long.SIZE - 1) / Long.SIZE;
        choices = 2 * (int) Math.ceil(BEYOND / level / 2);
    }

    /**
     * The chance of a statistic as large as this one, which counts as one more choice of signs. Once it is known to be above
     * {@code most}, no more choices are drawn, and it is some chance above that (Besag and Clifford, Biometrika 78, 1991).
     */
    double pValue(double statistic, double most) {
        Draws draws = new Draws();
        int beyond = 1;
        for (int choice = 0; choice < choices && share(beyond) <= most; choice += 2) {
            draws.next();
            beyond += draws.beyond(statistic - ROUNDING);
        }
        return share(beyond);
    }

    private double share(int beyond) {
        return (double) beyond / (choices + 2);
    }

    /** The largest statistic whose {@link #pValue} is above that level. */
    double critical(double level) {
        Draws draws = new Draws();
        double[] largest = new double[choices];
        for (int choice = 0; choice < choices; choice += 2) {
            draws.next();
            largest[choice] = draws.most;
            largest[choice + 1] = -draws.least;
        }
        Arrays.sort(largest);
        int beyond = (int) (level * (choices + 2)) - 1;
        return largest[choices - 1 - beyond];
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
        for (int index = 0; index < table.length / PATTERNS * CHUNK; index++) {
            int chunk = index / CHUNK * PATTERNS;
            int bit = 1 << index % CHUNK;
            double rank = index < ranks.length ? ranks[index] / root : 0;
            for (int pattern = chunk; pattern < chunk + bit; pattern++) {
                table[pattern + bit] = table[pattern] + rank;
                table[pattern] -= rank;
            }
        }
        return table;
    }

    /** Choices of signs, one after another. */
    private final class Draws {

        private final SplittableRandom random = new SplittableRandom(SEED);
        private final long[] signs = new long[words];
        private double most;
        private double least;

        void next() {
            for (int word = 0; word < words; word++) {
                signs[word] = random.nextLong();
            }
            most = Double.NEGATIVE_INFINITY;
            least = Double.POSITIVE_INFINITY;
            for (double[] table : tables) {
                double statistic = sum(table);
                most = Math.max(most, statistic);
                least = Math.min(least, statistic);
            }
        }

        /** How many of this choice and its opposite are as large, 0 to 2. */
        int beyond(double statistic) {
            return (most >= statistic ? 1 : 0) + (-least >= statistic ? 1 : 0);
        }

        private double sum(double[] table) {
            double sum = 0;
            for (int chunk = 0; chunk * PATTERNS < table.length; chunk++) {
                long bits = signs[chunk / CHUNKS_OF_LONG] >>> (chunk % CHUNKS_OF_LONG * CHUNK);
                sum += table[chunk * PATTERNS + (int) (bits & (PATTERNS - 1))];
            }
            return sum;
        }
    }
}
