package io.fetchmark.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Relative changes as people read them: {@code +5.2 %}, {@code −0.35 %}, {@code +140 %}. */
final class Percent {

    private Percent() {}

    /** A change with its sign; 0.052 is {@code +5.2 %}. */
    static String signed(double change) {
        return number(change) + " %";
    }

    /** A round change as the label of an axis: {@code +10 %}. */
    static String label(double change) {
        BigDecimal value = BigDecimal.valueOf(change).movePointRight(2).setScale(4, RoundingMode.HALF_UP);
        return (value.signum() > 0 ? "+" : value.signum() < 0 ? "−" : "")
                + (value.signum() == 0 ? "0" : value.abs().stripTrailingZeros().toPlainString()) + " %";
    }

    /** How large a change is, whatever its direction: {@code 5.2 %}. */
    static String size(double change) {
        return Double.isFinite(change) ? rounded(Math.abs(change)).toPlainString() + " %" : "unknown";
    }

    /** The number of percent with its sign, without a unit. */
    static String number(double change) {
        if (!Double.isFinite(change)) {
            return "?";
        }
        BigDecimal value = rounded(change);
        String sign = value.signum() > 0 ? "+" : value.signum() < 0 ? "−" : "";
        return sign + value.abs().toPlainString();
    }

    /** Two digits below 1 % and one below 100 %, as more of them is noise in any run. */
    private static BigDecimal rounded(double change) {
        double percent = Math.abs(change) * 100;
        BigDecimal value = BigDecimal.valueOf(change)
                .movePointRight(2)
                .setScale(percent < 0.995 ? 2 : percent < 99.95 ? 1 : 0, RoundingMode.HALF_UP);
        return value.signum() == 0 ? BigDecimal.ZERO : value;
    }
}
