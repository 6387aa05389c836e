package io.fetchmark.gate;

import io.fetchmark.stats.Pocock;

/**
 * How rare differences must be, as a chance, to decide something at one look.
 *
 * @param suspect that a change is above the tolerance
 * @param clear that it is below the one to detect; at this level, too, the published interval excludes a change to either
 *     side, so that it agrees with what was decided, and holds whenever measuring has stopped
 * @param improve that it is below the tolerance to the other side
 * @param unsteady that it is no longer what it was, or that an instance is an outlier among those of its side
 */
record Levels(double suspect, double clear, double improve, double unsteady) {

    /** What an interval of 95 % excludes on each side, looked at once. */
    static final double ONE_SIDE = 0.025;

    /** Of the builds in which every change is at most its tolerance, the share that is suspected. */
    private static final double SCREENED = 0.1;

    /**
     * Of the changes to detect, the share that is cleared. With {@link Confirmation}'s it is 0.035: one in 20 is promised,
     * and instances that differ take some of it.
     */
    private static final double MISSED = ONE_SIDE;

    /** Of the builds in which nothing improved, the share in which something is said to be better. */
    private static final double CALLED_BETTER = 0.025;

    /** Of steady builds, the share that is called unsteady: half of one in 1000, as confirmation may do so too. */
    private static final double CALLED_UNSTEADY = 0.0005;

    /**
     * Of the screening.
     *
     * @param tests of the whole build, any of which may fail it, positive
     * @param looks at each of them, positive
     */
    static Levels of(int tests, int looks) {
        return new Levels(
                Pocock.level(SCREENED / tests, looks),
                Pocock.level(MISSED, looks),
                Pocock.level(CALLED_BETTER / tests, looks),
                CALLED_UNSTEADY / tests);
    }
}
