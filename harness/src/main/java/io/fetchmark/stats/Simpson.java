package io.fetchmark.stats;

/** Simpson's rule on an odd number of equally spaced points. */
final class Simpson {

    private Simpson() {}

    /** What the value at a point counts, from 0. */
    static double weight(int point, int points, double step) {
        boolean end = point == 0 || point == points - 1;
        return step / 3 * (end ? 1 : point % 2 == 1 ? 4 : 2);
    }
}
