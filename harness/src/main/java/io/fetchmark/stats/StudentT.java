package io.fetchmark.stats;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Student's distribution (Biometrika 6, 1908), by the regularized incomplete beta function: the chance of a value above t
 * is I(ν / (ν + t²); ν/2, 1/2) / 2 for t ≥ 0 (Abramowitz and Stegun, 26.7.1).
 *
 * @param degrees of freedom ν, positive
 */
public record StudentT(int degrees) {

    public StudentT {
        if (degrees < 1) {
            throw new IllegalArgumentException("must have a degree of freedom, had " + degrees);
        }
    }

    /** The chance of a value above {@code t}. */
    public double above(double t) {
        double tail = RegularizedBeta.value(degrees / (degrees + t * t), degrees / 2.0, 0.5) / 2;
        return t < 0 ? 1 - tail : tail;
    }

    /** The value that is exceeded with this chance, which is in (0, 0.5]. */
    public double exceededWith(double chance) {
        if (!(chance > 0 && chance <= 0.5)) {
            throw new IllegalArgumentException("must be above 0 and at most 0.5, was " + chance);
        }
        double low = 0;
        double high = 1;
        while (above(high) > chance) {
            high *= 2;
        }
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            if (above(middle) > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
