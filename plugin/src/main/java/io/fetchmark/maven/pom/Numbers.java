package io.fetchmark.maven.pom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as people write them in a POM. */
final class Numbers {

    /** No exponents: a few characters could stand for a number that takes a gigabyte to write down. */
    private static final Pattern FORM = Pattern.compile("[-+]?\\d{1,30}(\\.\\d{1,30})?");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    /** Any number. */
    static double real(String text) {
        return decimal(text, "a number").doubleValue();
    }

    /** A whole number. One that is too large for an int becomes the largest, which no value of a plan allows. */
    static int whole(String text) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, wholeLong(text)));
    }

    /** A whole number of up to 64 bits. */
    static long wholeLong(String text) {
        try {
            return decimal(text, "a number")
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a whole number of at most 64 bits, was " + text, e);
        }
    }

    /** A share of 1, written as a percentage or as a fraction: {@code 0.5%} or {@code 0.005}. */
    static double share(String text) {
        String kind = "a percentage such as 0.5%";
        return text.endsWith("%")
                ? decimal(text.substring(0, text.length() - 1).trim(), kind)
                        .divide(HUNDRED)
                        .doubleValue()
                : decimal(text, kind).doubleValue();
    }

    private static BigDecimal decimal(String text, String kind) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be " + kind + ", was " + text);
        }
        return new BigDecimal(text);
    }
}
