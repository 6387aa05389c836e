package io.fetchmark.gate;

import io.fetchmark.stats.Pocock;

/**
 * How rare differences must be, as a chance, to decide something at one look.
 *
 * @param suspect that a change is above the tolerance
 * @param clear that it is below the one to detect
 * @param unsteady that it is no longer what it was, or that a start stands out from the others of its side
 */
record Levels(double suspect, double clear, double unsteady) {

    /** Of the builds in which every change is at most its tolerance, the share that is suspected. */
    private static final double SCREENED = 0.1;

    /**
     * Of the changes to detect, the share that is cleared. With {@link Confirmation}'s it is 0.035: one in 20 is promised,
     * and starts that differ take some of it.
     */
    private static final double MISSED = 0.025;

    /** Of steady builds, the share that is called unsteady: half of one in 1000, as confirmation may do so too. */
    private static final double CALLED_UNSTEADY = 0.0005;

    /**
     * Of the screening.
     *
     * @param tests of the whole build, any of which may fail it, positive
     * @param looks at each of them, positive
     */
    static Levels of(int tests, int looks) {
        return new Levels(Pocock.level(SCREENED / tests, looks), Pocock.level(MISSED, looks), CALLED_UNSTEADY / tests);
    }
}
