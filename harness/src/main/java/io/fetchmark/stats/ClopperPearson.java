package io.fetchmark.stats;

import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Bounds of a share of which {@code hits} of {@code trials} were seen, exact: the share is beyond a bound in at most 1 −
 * confidence of cases, whatever it is (Clopper and Pearson, Biometrika 26, 1934).
 *
 * @param hits 0 to {@code trials}
 * @param trials positive
 */
public record ClopperPearson(int hits, int trials) {

    private static final int HALVINGS = 60;

    public ClopperPearson {
        if (hits < 0 || trials < 1 || hits > trials) {
            throw new IllegalArgumentException("must be 0 to as many hits as trials, was " + hits + " of " + trials);
        }
    }

    /** What the share is at least, with this confidence in (0, 1). */
    public double lower(double confidence) {
        return hits == 0 ? 0 : least(share -> atLeast(hits, share) > 1 - confidence);
    }

    /** What the share is at most, with this confidence in (0, 1). */
    public double upper(double confidence) {
        return hits == trials ? 1 : least(share -> atLeast(hits + 1, share) > confidence);
    }

    /** What the share lies between, with this confidence in (0, 1), half of the doubt on each side. */
    public Bounds interval(double confidence) {
        double oneSided = (1 + confidence) / 2;
        return new Bounds(lower(oneSided), upper(oneSided));
    }

    /** The chance of so many hits or more, 1 to {@code trials}. */
    private double atLeast(int least, double share) {
        return RegularizedBeta.value(share, least, trials - least + 1.0);
    }

    /** The least share for which this holds, as it does for all above it. */
    private static double least(DoublePredicate holds) {
        double no = 0;
        double yes = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (no + yes) / 2;
            if (holds.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return (no + yes) / 2;
    }
}
