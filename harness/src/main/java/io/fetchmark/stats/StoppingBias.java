package io.fetchmark.stats;

/**
 * By how much an estimate is off on average that is taken where measuring stopped because of what it showed, and the estimate
 * without that (Whitehead, Biometrika 73, 1986): the shift whose average estimate is the one at hand.
 *
 * <p>The sum of what each of K equally long stages adds is a random walk with normal steps of mean θ and variance 1. It stops
 * after stage k if it is above or below its bounds there, and after the last one; the estimate is the sum by k. The density of
 * walks that go on is carried from stage to stage by Simpson's rule (Armitage, McPherson and Rowe, JRSS A 132, 1969), and the
 * parts beyond the bounds are integrals of normal densities in closed form:
 *
 * <pre>
 *   below(k) = d k − c √k        above(k) = t k + b √k
 * </pre>
 *
 * @param stages K, 1 or more
 * @param tolerance t, in standard deviations of one stage's mean, as all shifts here
 * @param above b, positive
 * @param detect d
 * @param below c, positive
 */
public record StoppingBias(int stages, double tolerance, double above, double detect, double below) {

    private static final int INTERVALS = 64;
    private static final int HALVINGS = 40;

    /** No estimate is off by more than this many standard deviations of its first stage. */
    private static final double REACH = 8;

    /** The shift whose average estimate, where it stops, is this one. */
    public double without(double estimate) {
        double least = estimate - REACH;
        double most = estimate + REACH;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (least + most) / 2;
            if (average(middle) < estimate) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return (least + most) / 2;
    }

    /** The average estimate where it stops. */
    double average(double shift) {
        double[] from = {0};
        double[] chances = {1};
        double average = 0;
        for (int stage = 1; stage <= stages; stage++) {
            double high = tolerance * stage + above * Math.sqrt(stage);
            double low = Math.min(high, detect * stage - below * Math.sqrt(stage));
            boolean last = stage == stages || low == high;
            for (int walk = 0; walk < from.length; walk++) {
                double mean = from[walk] + shift;
                double stopped = last ? mean : sumAbove(high, mean) - sumAbove(-low, -mean);
                average += chances[walk] * stopped / stage;
            }
            if (last) {
                break;
            }
            double[] next = new double[INTERVALS + 1];
            double[] reached = new double[INTERVALS + 1];
            double step = (high - low) / INTERVALS;
            for (int point = 0; point <= INTERVALS; point++) {
                next[point] = low + point * step;
                double density = 0;
                for (int walk = 0; walk < from.length; walk++) {
                    density += chances[walk] * Normal.density(next[point] - from[walk] - shift);
                }
                reached[point] = density * Simpson.weight(point, INTERVALS + 1, step);
            }
            from = next;
            chances = reached;
        }
        return average;
    }

    /** ∫ x φ(x − mean) dx over x above the bound. */
    private static double sumAbove(double bound, double mean) {
        return mean * Normal.above(bound - mean) + Normal.density(bound - mean);
    }
}
