package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <load>} of a scenario: exactly one of concurrency, arrival rate and fetches. */
public final class LoadElement {

    /** Closed load: how many exchanges are always in flight. */
    @Nullable String concurrency;

    /** Open load: arrivals a second. */
    @Nullable String arrivalRate;

    /** How the arrivals of an open load are spaced: uniform or poisson. */
    @Nullable String arrivals;

    /** Ladder: numbers of fetches, with commas between. */
    @Nullable String fetches;
}
