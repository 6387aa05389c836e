package io.fetchmark.gate;

import java.util.stream.IntStream;

/**
 * When the pairs of a comparison are looked at: at most {@value #MOST} times, equally spaced, at least {@value #SPACING}
 * pairs apart. Simulation found no gain in more looks, and a signed-rank test of fewer pairs can hardly be significant.
 *
 * @param planned how many pairs the budget allows for, 0 or more; fewer than {@value Differences#FEWEST} are never looked at
 */
record Looks(int planned) {

    static final int MOST = 10;
    private static final int SPACING = 12;

    Looks {
        if (planned < 0) {
            throw new IllegalArgumentException("must be 0 pairs or more, was " + planned);
        }
    }

    /** How many there are if the comparison is not decided before. */
    int count() {
        return planned < Differences.FEWEST ? 0 : Math.max(1, Math.min(MOST, planned / SPACING));
    }

    /** The numbers of pairs at which they are, ascending. */
    IntStream all() {
        return IntStream.rangeClosed(1, count()).map(look -> look * planned / count());
    }

    /**
     * Those at no more than so many pairs. A run that has ended early is looked at once more, where it ended: that look
     * comes sooner after the one before it than the planned one, so the two agree more, and the chance that any of them errs
     * is no larger (Slepian's inequality, Bell System Technical Journal 41, 1962), as long as the run did not end because of
     * what it found.
     */
    IntStream upTo(int pairs, boolean ended) {
        IntStream past = all().filter(look -> look <= pairs);
        return ended && pairs >= Differences.FEWEST && count() > 0
                ? IntStream.concat(past, IntStream.of(pairs)).distinct()
                : past;
    }
}
