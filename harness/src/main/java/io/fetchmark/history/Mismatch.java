package io.fetchmark.history;

/** Why the figures of an earlier build are not to be held against those of a later one. */
public enum Mismatch {
    /** It did not have the scenario with that client. */
    SCENARIO,
    MACHINE,
    LOAD,
    /** The target was of another kind, or ran in another way. */
    TARGET,
    /** Nothing was measured, or it was judged to be worthless. */
    DOUBT
}
