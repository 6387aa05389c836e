package io.fetchmark.result;

import java.util.Locale;

/** What a target is in a comparison. */
public enum Side {
    /** What is to be judged. */
    CANDIDATE,
    /** What it is held against. */
    BASELINE;

    /** The other one. */
    public Side other() {
        return this == CANDIDATE ? BASELINE : CANDIDATE;
    }

    /** The name used in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
