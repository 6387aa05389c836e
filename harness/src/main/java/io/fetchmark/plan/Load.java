package io.fetchmark.plan;

import java.util.List;

/** When the exchanges of a scenario are meant to start. */
public sealed interface Load {

    /**
     * Closed load: a fixed number of exchanges is always in flight; the next starts when one has ended.
     *
     * @param concurrency exchanges in flight, 1 to 100 000
     */
    record Closed(int concurrency) implements Load {
        public static final int MOST = 100_000;

        public Closed {
            if (concurrency < 1 || concurrency > MOST) {
                throw new InvalidValue("concurrency", "must be from 1 to " + MOST + ", was " + concurrency);
            }
        }

        @Override
        public String toString() {
            return "concurrency " + concurrency;
        }
    }

    /**
     * Open load: exchanges are due at instants that do not depend on how fast the target answers.
     *
     * @param arrivalRate arrivals a second, above 0, at most 1 000 000
     * @param arrivals how they are spaced
     */
    record Open(double arrivalRate, Arrivals arrivals) implements Load {
        public static final double MOST = 1_000_000;

        public Open {
            if (!(arrivalRate > 0)) {
                throw new InvalidValue("arrivalRate", "must be positive, was " + plain(arrivalRate));
            }
            if (arrivalRate > MOST) {
                throw new InvalidValue(
                        "arrivalRate", "must be at most " + plain(MOST) + " a second, was " + plain(arrivalRate));
            }
        }

        @Override
        public String toString() {
            return plain(arrivalRate) + "/s" + (arrivals == Arrivals.POISSON ? " poisson" : "");
        }

        private static String plain(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
        }
    }

    /**
     * Ladder: fetch N times at once, and take the time until the last is back; once for each N.
     *
     * @param fetches the numbers of fetches, in the order in which they are climbed; each 1 to 100 000
     */
    record Ladder(List<Integer> fetches) implements Load {
        public static final int MOST = 100_000;

        public Ladder {
            fetches = List.copyOf(fetches);
            if (fetches.isEmpty()) {
                throw new InvalidValue("fetches", "must name at least one number of fetches, was empty");
            }
            for (int step : fetches) {
                if (step < 1 || step > MOST) {
                    throw new InvalidValue("fetches", "must be from 1 to " + MOST + ", was " + step);
                }
            }
        }

        @Override
        public String toString() {
            return "ladder " + fetches.toString().replaceAll("[\\[\\] ]", "");
        }
    }
}
