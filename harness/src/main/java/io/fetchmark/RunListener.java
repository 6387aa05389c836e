package io.fetchmark;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.worker.Progress;

/** Hears how a run goes on, while it does. Calls come one at a time, from threads of the harness. */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = new RunListener() {};

    /** The target answers. */
    default void targetReady(TargetFacts target) {}

    /** A client begins with a scenario: first its warm-up, then the measured time. */
    default void started(Scenario scenario, Client client) {}

    /** How far that has come; several times a second. */
    default void progress(Scenario scenario, Client client, Progress progress) {}

    /** The client has ended. */
    default void ended(ScenarioResult result) {}

    /** So many scenarios and clients are now to be held against the baseline: several starts of both are warmed up. */
    default void comparing(int comparisons) {}

    /** So many of the planned pairs of candidate and baseline are measured; some times a second. */
    default void compared(Scenario scenario, Client client, int pairs, int planned) {}

    /** So many scenarios and clients are suspected to have become worse, and are measured again on fresh starts. */
    default void confirming(int suspects) {}

    /** Something that the reader of the result must know. */
    default void warning(String sentence) {}

    /** A line that a forked JVM wrote, or another detail. */
    default void detail(String line) {}
}
