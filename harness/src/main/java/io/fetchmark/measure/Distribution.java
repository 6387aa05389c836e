package io.fetchmark.measure;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How many exchanges took how long, in nanoseconds, with 3 significant digits: a value is off by at most 0.1 %.
 * Immutable; may be used by any thread.
 */
public final class Distribution {

    static final int SIGNIFICANT_DIGITS = 3;

    private final long count;

    /** Absent in a compact distribution. */
    private final @Nullable Histogram known;

    /** Once it has been asked for, as a slice of a closed load has the same distribution twice. */
    private @Nullable String encoded;

    /** Takes ownership of the histogram: nothing may write to it afterwards. */
    Distribution(Histogram histogram) {
        count = histogram.getTotalCount();
        known = histogram;
    }

    private Distribution(long count, String encoded) {
        this.count = count;
        this.known = null;
        this.encoded = encoded;
    }

    /** The distribution of the given times, in nanoseconds, 0 or above. */
    public static Distribution of(long... nanos) {
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        for (long value : nanos) {
            histogram.recordValue(value);
        }
        return new Distribution(histogram);
    }

    /** All exchanges of both, exactly. */
    public Distribution plus(Distribution other) {
        if (other.count() == 0) {
            return this;
        }
        Histogram sum = copy();
        sum.add(other.histogram());
        return new Distribution(sum);
    }

    public long count() {
        return count;
    }

    /** The smallest time, 0 if there is none. */
    public long min() {
        return count() == 0 ? 0 : histogram().getMinValue();
    }

    /** The largest time, 0 if there is none. */
    public long max() {
        return histogram().getMaxValue();
    }

    /** The arithmetic mean, 0 if there is none. */
    public double mean() {
        return histogram().getMean();
    }

    /**
     * The smallest recorded time that at least the share {@code q} of all exchanges did not exceed; 0 if there is none.
     *
     * @param q from 0 to 1, for example 0.99
     */
    public long quantile(double q) {
        Histogram histogram = histogram();
        return Math.min(histogram.getValueAtPercentile(q * 100), histogram.getMaxValue());
    }

    /** The same in a hundredth of the memory, which takes longer to answer. */
    Distribution compact() {
        return known == null ? this : new Distribution(count, encode());
    }

    /** HdrHistogram's compressed form (V2) in Base64. */
    public String encode() {
        String text = encoded;
        if (text == null) {
            text = compress();
            encoded = text;
        }
        return text;
    }

    private String compress() {
        Histogram histogram = histogram();
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_SPEED);
        byte[] bytes = new byte[length];
        buffer.flip();
        buffer.get(bytes, 0, length);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The distribution that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Distribution decode(String text) {
        return new Distribution(histogram(text));
    }

    private Histogram histogram() {
        Histogram here = known;
        return here == null ? histogram(encode()) : here;
    }

    private static Histogram histogram(String text) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(text));
            return Histogram.decodeFromCompressedByteBuffer(buffer, 0);
        } catch (DataFormatException | RuntimeException e) {
            throw new IllegalArgumentException("not a compressed histogram: " + e.getMessage(), e);
        }
    }

    Histogram copy() {
        return histogram().copy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that && histogram().equals(that.histogram());
    }

    @Override
    public int hashCode() {
        return histogram().hashCode();
    }

    @Override
    public String toString() {
        return count() + " exchanges, p50 " + quantile(0.5) + " ns, max " + max() + " ns";
    }
}
