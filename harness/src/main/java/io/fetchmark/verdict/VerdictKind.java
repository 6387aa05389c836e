package io.fetchmark.verdict;

/** What a finding, or a whole run, amounts to; in the order of severity, the worst last. */
public enum VerdictKind {
    /** Measured, and nothing speaks against it. */
    PASS,
    /**
     * Measured while the machine kept the generator from its CPUs, or known not to be measurable here: nothing speaks
     * against it, and nothing can be said for certain.
     */
    INCONCLUSIVE,
    /** Cannot be judged: there is no result, it holds no success, it is of another configuration, or the generator was the limit. */
    INVALID,
    /** Worse than the baseline by more than the tolerance: a promise is broken. */
    REGRESSION,
    /** An absolute limit is not kept: a promise is broken. */
    LIMIT_BROKEN;

    /** The more severe of both. */
    public VerdictKind worse(VerdictKind other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether the project has broken a promise, whatever else could not be judged. */
    public boolean isBroken() {
        return this == REGRESSION || this == LIMIT_BROKEN;
    }
}
