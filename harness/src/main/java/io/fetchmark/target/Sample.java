package io.fetchmark.target;

import java.time.Instant;

/** What some counters that only grow said at one instant. */
interface Sample<S extends Sample<S>> {

    Instant at();

    /** Whether it is later than the other and counts no less, as what comes after must. */
    boolean follows(S earlier);

    /**
     * What the counters would have said between this sample and a later one, if all was counted evenly.
     *
     * @param between not before this one and not after the later one
     */
    S towards(S later, Instant between);
}
