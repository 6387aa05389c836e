package io.fetchmark.gate;

/** What the gate says of a metric. */
public enum Ruling {
    /** The change is smaller than the one to detect; of errors: nothing was suspected. */
    PASS,
    /** A change was suspected, and new instances show that it is smaller than the one to detect; of errors: show none. */
    UNCONFIRMED,
    /** The change is above the tolerance, and new instances show it too. */
    REGRESSION,
    /** The run ended before it could be told. */
    INCONCLUSIVE,
    /** A change was suspected, and new instances did not settle it, or were not measured long enough. */
    UNSETTLED,
    /** The pairs say one thing together, and another without one outlier instance. */
    STARTS_DIFFER,
    /** The difference changed while it was measured, so that it has no one value. */
    UNSTEADY,
    /** Most pairs say nothing of this metric. */
    UNCOMPARABLE
}
