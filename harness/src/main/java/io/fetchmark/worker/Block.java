package io.fetchmark.worker;

import io.fetchmark.measure.Slice;

/**
 * What became of a {@link BlockOrder}.
 *
 * @param order what was ordered
 * @param slice the measured exchanges; its vitals are of the whole block
 * @param skipped exchanges that were not measured, since they were due before
 */
public record Block(BlockOrder order, Slice slice, long skipped) {

    /** All exchanges that the target had to serve. */
    public long requests() {
        return slice.requests() + skipped;
    }

    /** The same block as another worker drove its part of it. */
    Block plus(Block other) {
        return new Block(order, slice.plus(other.slice), skipped + other.skipped);
    }
}
