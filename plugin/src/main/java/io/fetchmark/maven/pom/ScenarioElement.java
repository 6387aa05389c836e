package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** A {@code <scenario>} of a POM. */
public final class ScenarioElement {

    /** Its name, unique among the scenarios of an execution. */
    @Nullable String name;

    /** The clients, with commas between: sequential, threads, virtual-threads, async, event-loop. */
    @Nullable String clients;

    /** The size of the pool of the {@code threads} client in open and ladder loads. */
    @Nullable String threads;

    /** How many exchanges of an open load are in flight at most, with a client that has no pool. */
    @Nullable String connections;

    /** What is fetched; {@code GET /} if absent. */
    @Nullable RequestElement request;

    /** When the exchanges are meant to start. */
    @Nullable LoadElement load;

    /** How long the load runs before it is measured, for example {@code 3s}. */
    @Nullable String warmUp;

    /** How long a closed or open load is measured, for example {@code 10s}. */
    @Nullable String duration;

    /** Absolute limits of the result. */
    @Nullable LimitsElement limits;

    /** How it is held against the baseline. */
    @Nullable RegressionElement regression;
}
