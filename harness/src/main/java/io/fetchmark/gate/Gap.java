package io.fetchmark.gate;

/** Why a pair says nothing of a metric. None of these looks at which side is which. */
public enum Gap {
    /** Not one exchange of a block succeeded, or of the error rate: of either block. */
    NOTHING_SUCCEEDED,
    /** A block has so few exchanges that its quantile is little else than its longest exchange. */
    TOO_FEW_REQUESTS,
    /** The CPU time of a target is not known. */
    NOT_METERED,
    /** The client itself stood still in one of the blocks. */
    CLIENT_STOOD_STILL
}
