package io.fetchmark.stats;

import java.util.stream.IntStream;

/**
 * Sizes of nested sets of values that are ordered from the least disturbed to the most: all of them, two thirds, half and a
 * third. Which of them shows most depends on the noise, so they are used together.
 */
final class NestedSets {

    /** A smaller set adds nothing: the rarest choice of signs of 5 values has a chance of 3 %. */
    private static final int FEWEST = 6;

    private NestedSets() {}

    /** The sizes, the largest first; of few values there is one set, all of them. */
    static int[] sizes(int values) {
        return IntStream.concat(
                        IntStream.of(values),
                        IntStream.of(2 * values / 3, values / 2, values / 3).filter(size -> size >= FEWEST))
                .distinct()
                .toArray();
    }
}
