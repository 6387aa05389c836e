package io.fetchmark.stats;

import java.util.Arrays;

/**
 * The sum of those of some weights on whose fair coin a head fell: the chances of all its values, exact up to rounding.
 * With one more weight w, P(sum = s) becomes (P(sum = s) + P(sum = s − w)) / 2.
 */
final class CoinSum {

    private CoinSum() {}

    /** The chance of a sum of {@code least} or more; weights are 0 or more. */
    static double atLeast(long least, int[] weights) {
        double[] chances = {1};
        for (int weight : weights) {
            chances = with(weight, chances);
        }
        double tail = 0;
        for (int sum = chances.length - 1; sum >= Math.max(0, least); sum--) {
            tail += chances[sum];
        }
        return Math.min(1, tail);
    }

    /** The chances of all sums, from 0, once there is one more weight. */
    static double[] with(int weight, double[] chances) {
        double[] next = Arrays.copyOf(chances, chances.length + weight);
        for (int sum = next.length - 1; sum >= 0; sum--) {
            next[sum] = (next[sum] + (sum >= weight ? chances[sum - weight] : 0)) / 2;
        }
        return next;
    }
}
