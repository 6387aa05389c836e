package io.fetchmark.stats;

import java.util.Arrays;

/**
 * The sign-flip test of a sum (Fisher, The Design of Experiments, 1935, section 21): where a value is as likely to be −x as
 * x, every choice of signs has the same chance. Values are rounded to 1 / {@value #STEPS} of the sum of their magnitudes,
 * which keeps them just as symmetric and lets every choice of signs be counted, so that no flips have to be drawn.
 */
public final class SignFlip {

    private static final int STEPS = 2048;

    private SignFlip() {}

    /**
     * The chance of a sum as large as that of these values, if each were symmetric about 0: small where they tend to lie
     * above 0, and 1 where all are 0.
     *
     * @param values finite
     */
    public static double pValue(double... values) {
        double sum = Arrays.stream(values).map(Math::abs).sum();
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("must be finite, was " + Arrays.toString(values));
        }
        if (sum == 0) {
            return 1;
        }
        int[] steps = new int[values.length];
        long above = 0;
        for (int index = 0; index < values.length; index++) {
            steps[index] = (int) Math.round(Math.abs(values[index]) / sum * STEPS);
            above += values[index] > 0 ? steps[index] : 0;
        }
        return CoinSum.atLeast(above, steps);
    }
}
