package io.fetchmark.stats;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
public final class Normal {

    private static final double ROOT_OF_2 = Math.sqrt(2);

    private Normal() {}

    /** The chance of a value above {@code z}, exact to the last digits in the tail too. */
    public static double above(double z) {
        return Erfc.value(z / ROOT_OF_2) / 2;
    }

    /** The value that is exceeded with this chance, which is in (0, 1). */
    public static double exceededWith(double chance) {
        return ROOT_OF_2 * InverseErfc.value(2 * chance);
    }

    static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
