package io.fetchmark.stats;

/**
 * The smallest change that pairs can show, as {@link SignedRank} and {@link HodgesLehmann} see them; for joined tests, with the level of one of them. The estimate of n
 * normal pairs with standard deviation σ has a variance of π/3 · σ²/n (Hodges and Lehmann, 1963), the starts of the two
 * sides add 2 τ²/K, and the change has to exceed the tolerance by as much as a test of level α and a share β of missed ones
 * take (the usual sum of two normal quantiles):
 *
 * <pre>
 *   ln(1 + change) = ln(1 + tolerance) + (z(1−α) + z(1−β)) · √(π/3 · σ²/n + 2 τ²/K)
 * </pre>
 *
 * @param tolerance the relative change that is allowed, 0 or more
 * @param level of the test, α, in (0, 1)
 * @param missed the share β of builds with such a change that may go unseen, in (0, 1)
 */
public record SmallestChange(double tolerance, double level, double missed) {

    private static final double OF_NORMAL = Math.PI / 3;

    public SmallestChange {
        if (!(tolerance >= 0 && level > 0 && level < 1 && missed > 0 && missed < 1)) {
            throw new IllegalArgumentException("must be a tolerance of 0 or more and two shares in (0, 1), was "
                    + tolerance + ", " + level + " and " + missed);
        }
    }

    /**
     * The smallest change, as a share: 0.05 is 5 %.
     *
     * @param sd of the log ratios of pairs
     * @param pairs positive
     */
    public double of(double sd, int pairs) {
        return of(sd, pairs, 0, 1);
    }

    /**
     * The smallest change where starts of one side differ too.
     *
     * @param startSd of the logarithms of one side's starts
     * @param starts of each side, positive
     */
    public double of(double sd, int pairs, double startSd, int starts) {
        double ofPairs = standardError(sd, pairs);
        double variance = ofPairs * ofPairs + 2 * startSd * startSd / starts;
        double quantiles = Normal.exceededWith(level) + Normal.exceededWith(missed);
        return Math.expm1(Math.log1p(tolerance) + quantiles * Math.sqrt(variance));
    }

    /** The standard deviation of the estimate of so many pairs, whose log ratios have this one. */
    public static double standardError(double sd, int pairs) {
        return sd * Math.sqrt(OF_NORMAL / pairs);
    }
}
