package io.fetchmark.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory as people give it to containers: {@code 512m}, {@code 1.5g}. The units are powers of 1024.
 *
 * @param bytes at least {@link #LEAST}, which is the least that engines take
 */
public record MemorySize(long bytes) {

    /** 6 MiB. */
    public static final long LEAST = 6L << 20;

    private static final List<String> UNITS = List.of("b", "k", "m", "g");
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*([bkmgBKMG])");

    public MemorySize {
        if (bytes < LEAST) {
            throw new InvalidValue("memory", "must be at least 6m, was " + bytes + "b");
        }
    }

    /**
     * The amount written as a number and one of the units b, k, m, g, in either case.
     *
     * @throws IllegalArgumentException if the text has another form or the value is out of range
     */
    public static MemorySize parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be an amount of memory such as 512m or 1.5g, was " + text);
        }
        int power = UNITS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        try {
            return new MemorySize(new BigDecimal(matcher.group(1))
                    .multiply(BigDecimal.valueOf(1L << (10 * power)))
                    .longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a whole number of bytes below 8 EiB, was " + text, e);
        }
    }

    /** The amount in its largest unit that leaves no fraction, for example {@code 1536m}. */
    @Override
    public String toString() {
        int power = UNITS.size() - 1;
        while (bytes % (1L << (10 * power)) != 0) {
            power--;
        }
        return (bytes >> (10 * power)) + UNITS.get(power);
    }
}
