package io.fetchmark.result;

/**
 * A block of each side, one right after the other.
 *
 * @param first which came first, by the toss of a coin
 * @param candidateStart which start of the candidate it was, from 0
 * @param baselineStart which start of the baseline it was, from 0
 */
public record Pair(Side first, int candidateStart, int baselineStart, BlockFigures candidate, BlockFigures baseline) {

    /** The block of one side. */
    public BlockFigures of(Side side) {
        return side == Side.CANDIDATE ? candidate : baseline;
    }

    /** Whether the client stood still in one of its blocks, whichever, so that the pair says nothing. */
    public boolean stoodStill() {
        return candidate.stoodStill() || baseline.stoodStill();
    }
}
