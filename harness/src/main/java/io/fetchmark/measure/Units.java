package io.fetchmark.measure;

import io.fetchmark.plan.LimitMetric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Figures as people read them, with 3 significant digits and a unit, the same in every locale. Five or more
 * digits are set in groups of three. Units of time are those of the POM, so that a figure can be made a limit as it is, and
 * every console has their letters.
 */
public final class Units {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final String[] TIME_UNITS = {"ns", "us", "ms", "s"};

    private Units() {}

    /** A value of such a metric. */
    public static String of(LimitMetric.Kind kind, double value) {
        return switch (kind) {
            case TIME -> time(value);
            case SHARE -> share(value);
            case RATE -> rate(value);
        };
    }

    /** A time in nanoseconds: {@code 1.23 ms}; from 1000 s on in whole seconds. */
    public static String time(double nanos) {
        if (!Double.isFinite(nanos)) {
            return "unknown";
        }
        BigDecimal value = new BigDecimal(nanos).round(THREE_DIGITS);
        int unit = 0;
        while (unit < TIME_UNITS.length - 1 && value.abs().compareTo(BigDecimal.valueOf(1000)) >= 0) {
            value = value.movePointLeft(3);
            unit++;
        }
        return digits(value) + " " + TIME_UNITS[unit];
    }

    /** A time in seconds, in the unit that fits it: {@code 1.23 ms}. */
    public static String seconds(double seconds) {
        return time(seconds * 1e9);
    }

    /** A number a second: {@code 12 300/s}. */
    public static String rate(double perSecond) {
        return Double.isFinite(perSecond) ? digits(new BigDecimal(perSecond).round(THREE_DIGITS)) + "/s" : "unknown";
    }

    /** A fraction of 1 in percent: {@code 0.12 %}. */
    public static String share(double fraction) {
        return Double.isFinite(fraction)
                ? digits(new BigDecimal(fraction).movePointRight(2).round(THREE_DIGITS)) + " %"
                : "unknown";
    }

    /** A whole number, exactly: {@code 1 234 567}. */
    public static String count(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /** How many times: {@code 6.13}, {@code 185}. */
    public static String factor(double factor) {
        return Double.isFinite(factor) ? digits(new BigDecimal(factor).round(THREE_DIGITS)) : "unknown";
    }

    private static String digits(BigDecimal rounded) {
        // Most figures with trailing zeros are limits and loads that a person wrote: "10 ms", not "10.0 ms".
        return rounded.signum() == 0 ? "0" : grouped(rounded.stripTrailingZeros());
    }

    private static String grouped(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder(whole);
        // "1234" is easy to read as it is; from 5 digits on groups help.
        if (whole.length() > 4) {
            for (int at = whole.length() - 3; at > 0; at -= 3) {
                text.insert(at, ' ');
            }
        }
        return (value.signum() < 0 ? "-" : "") + text + (point < 0 ? "" : plain.substring(point));
    }
}
