package io.fetchmark.stats;

/**
 * The level of each of several looks at growing data, so that a one-sided test that stops at the first look that is
 * significant errs no more often than one that looks once (Pocock, Biometrika 64, 1977). Looks are equally spaced and their
 * levels equal.
 *
 * <p>Under the hypothesis the sum after look k is a random walk with normal steps, and its standardised value is compared
 * with a constant c at each look. The density of walks that have not crossed is carried from look to look (Armitage,
 * McPherson and Rowe, JRSS A 132, 1969) by Simpson's rule on a grid that ends at the boundary c √k:
 *
 * <pre>
 *   crossed at k = ∫ f(k−1, y) Φ(y − c √k) dy        f(k, x) = ∫ f(k−1, y) φ(x − y) dy,   y &lt; c √(k−1)
 * </pre>
 */
public final class Pocock {

    private static final double STEP = 0.1;

    /** How many standard deviations of a look's sum the grid goes down, and of a step a walk is taken to move at most. */
    private static final double REACH = 8;

    private static final int HALVINGS = 40;

    private Pocock() {}

    /**
     * The level of each look.
     *
     * @param alpha of all looks together, in (0, 0.5]
     * @param looks 1 or more
     */
    public static double level(double alpha, int looks) {
        if (!(alpha > 0 && alpha <= 0.5) || looks < 1) {
            throw new IllegalArgumentException(
                    "must be a level in (0, 0.5] and 1 or more looks, was " + alpha + " and " + looks);
        }
        if (looks == 1) {
            return alpha;
        }
        double least = Normal.exceededWith(alpha);
        double most = Normal.exceededWith(alpha / looks);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (least + most) / 2;
            if (crossing(middle, looks) > alpha) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return Normal.above(most);
    }

    /** The chance that a walk is above c √k at any of the looks. */
    static double crossing(double c, int looks) {
        int points = 2 * (int) Math.ceil((c + REACH) * Math.sqrt(looks) / STEP / 2) + 1;
        double[] density = new double[points];
        for (int point = 0; point < points; point++) {
            density[point] = Normal.density(c - point * STEP);
        }
        double crossed = Normal.above(c);
        for (int look = 2; look <= looks; look++) {
            double rise = c * (Math.sqrt(look) - Math.sqrt(look - 1));
            for (int point = 0; point < points; point++) {
                density[point] *= Simpson.weight(point, points, STEP);
                crossed += density[point] * Normal.above(rise + point * STEP);
            }
            density = look == looks ? density : moved(density, rise);
        }
        return crossed;
    }

    /** The density after one more normal step, on a grid whose upper end has risen. */
    private static double[] moved(double[] weighted, double rise) {
        int reach = (int) Math.ceil((REACH + rise) / STEP);
        double[] kernel = new double[2 * reach + 1];
        for (int offset = -reach; offset <= reach; offset++) {
            kernel[offset + reach] = Normal.density(rise - offset * STEP);
        }
        double[] next = new double[weighted.length];
        for (int to = 0; to < next.length; to++) {
            for (int from = Math.max(0, to - reach); from <= Math.min(next.length - 1, to + reach); from++) {
                next[to] += weighted[from] * kernel[to - from + reach];
            }
        }
        return next;
    }
}
