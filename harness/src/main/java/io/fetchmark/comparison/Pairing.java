package io.fetchmark.comparison;

import io.fetchmark.result.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who meets whom, and who goes first: each toss is fair and owes nothing to any other, so that whatever drifts or bursts
 * favours no side. The starts of the candidate come in turn; which start of the baseline each of them meets is drawn anew
 * once all have had their turn. Not for use by several threads.
 */
final class Pairing {

    private final int starts;
    private final SplittableRandom random;
    private final List<Integer> partners = new ArrayList<>();
    private int pairs;

    /** @param starts of each side, positive */
    Pairing(int starts, SplittableRandom random) {
        this.starts = starts;
        this.random = random;
    }

    /**
     * The next meeting.
     *
     * @param first which side goes first
     * @param seed of the arrivals of both blocks, which are to be alike
     */
    record Meeting(Side first, int candidateStart, int baselineStart, long seed) {}

    Meeting next() {
        int turn = pairs++ % starts;
        if (turn == 0) {
            shuffle();
        }
        Side first = random.nextBoolean() ? Side.CANDIDATE : Side.BASELINE;
        return new Meeting(first, turn, partners.get(turn), random.nextLong());
    }

    // Fisher and Yates' shuffle, in Durstenfeld's form (Communications of the ACM 7, 1964, algorithm 235).
    private void shuffle() {
        partners.clear();
        for (int start = 0; start < starts; start++) {
            partners.add(start);
        }
        for (int left = starts - 1; left > 0; left--) {
            int drawn = random.nextInt(left + 1);
            int kept = partners.get(left);
            partners.set(left, partners.get(drawn));
            partners.set(drawn, kept);
        }
    }
}
