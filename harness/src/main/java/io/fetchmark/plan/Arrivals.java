package io.fetchmark.plan;

import java.util.Locale;

/** How the arrivals of an open load are spaced. */
public enum Arrivals {
    /** Equal gaps. */
    UNIFORM,
    /** Exponential gaps, so that arrivals are independent of each other: a Poisson process. */
    POISSON;

    /** The name used in the POM and in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
