package io.fetchmark.comparison;

import io.fetchmark.result.BlockFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the blocks of a comparison are, and how long what is around each of them takes. Short blocks find more: a burst
 * on the machine then spoils fewer pairs. In simulation a change of 5 % of p50 is found in 60 s by blocks of 0.25, 0.5, 1
 * and 2 s in 100, 100, 94 and 61 of 100 builds.
 *
 * @param block how long each is measured
 * @param around for what follows a switch, for pausing and resuming, and until the last exchange has ended
 */
record Pace(Duration block, Duration around) {

    private static final Duration SHORT = Duration.ofMillis(250);
    private static final Duration USUAL = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(1);

    /** From so many a second, even a short block holds a thousand exchanges. */
    private static final double FAST = 4000;

    /** A response that takes so much of a block leaves too few of them in it. */
    private static final int SLOW_PARTS = 5;

    /** How many pairs can be measured within the budget, at least 1. */
    int pairs(Duration budget) {
        return (int) Math.max(
                1, budget.toNanos() / block.plus(around).multipliedBy(2).toNanos());
    }

    /** Learns the pace from steps of warm-up. Not for use by several threads. */
    static final class Builder {

        private final List<BlockFigures> steps = new ArrayList<>();
        private final List<Duration> around = new ArrayList<>();

        /** @param beside what a step took beside the time for which load was put on */
        void add(BlockFigures step, Duration beside) {
            steps.add(step);
            around.add(beside);
        }

        /** The pace; the usual one if there was no warm-up. */
        Pace build() {
            List<Duration> sorted = around.stream().sorted().toList();
            Duration usual = sorted.isEmpty() ? Contest.AFTER_SWITCH : sorted.get(sorted.size() / 2);
            return new Pace(block(), usual.isNegative() ? Duration.ZERO : usual.plus(Contest.AFTER_SWITCH));
        }

        private Duration block() {
            double perSecond =
                    median(steps.stream().map(BlockFigures::perSecond).toList());
            double nanos =
                    median(steps.stream().map(step -> (double) step.p50()).toList());
            if (nanos * SLOW_PARTS > USUAL.toNanos()) {
                return LONG;
            }
            return perSecond >= FAST ? SHORT : USUAL;
        }

        private static double median(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
        }
    }
}
