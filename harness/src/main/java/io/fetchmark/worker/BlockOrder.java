package io.fetchmark.worker;

import java.time.Duration;

/**
 * A short stretch of load on one target, which is measured but for its beginning.
 *
 * <pre>
 *   start     skipped     measured: exchanges due from here     until here     the last of them has ended
 *     |------------------|--------------------------------------|--------------|
 * </pre>
 *
 * @param target its number in the assignment, from 0
 * @param skipped how long the load runs before it is measured, 0 or longer
 * @param measured for how long it is measured, positive
 * @param seed where the gaps of random arrivals come from
 */
public record BlockOrder(int target, Duration skipped, Duration measured, long seed) {

    public BlockOrder {
        if (target < 0 || skipped.isNegative() || measured.isNegative() || measured.isZero()) {
            throw new IllegalArgumentException(
                    "no block: target " + target + ", skipped " + skipped + ", measured " + measured);
        }
    }
}
