package io.fetchmark.comparison;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Scenario;

/** Hears how a comparison goes on. Called by the thread that measures, but for details. */
public interface Spectator {

    /** So many of the planned pairs are measured. */
    void measured(Scenario scenario, Client client, int pairs, int planned);

    /** Some scenarios may have become worse, and are measured again on fresh starts. */
    void confirming(int suspects);

    /** A line that a forked JVM wrote; from any thread. */
    void detail(String line);
}
