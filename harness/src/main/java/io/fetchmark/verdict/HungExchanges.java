package io.fetchmark.verdict;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import io.fetchmark.result.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exchanges that were started in the warm-up and were in flight through the whole measured time. They are no requests of the
 * measured time, and kept others from being started: without a word, a target that hangs would look like one of which nothing
 * was asked.
 */
public final class HungExchanges {

    /** Of a closed load so much may hang before it is another load than the one that was asked for. */
    private static final double MOST = 0.5;

    private HungExchanges() {}

    /** A warning about a result that is judged all the same; empty if no exchange hung, or nothing was measured. */
    public static Optional<String> warning(Request request, ScenarioResult result) {
        return result.requests() > result.failed() && !fillTheLoad(result)
                ? sentence(request, result)
                : Optional.empty();
    }

    /** Whether they are half of the exchanges that a closed load keeps in flight, or more. */
    static boolean fillTheLoad(ScenarioResult result) {
        return result.load() instanceof Load.Closed closed && result.hungRequests() >= MOST * closed.concurrency();
    }

    /** How many there were, what for, how they ended, and what to do; empty if there were none. */
    static Optional<String> sentence(Request request, ScenarioResult result) {
        long hung = result.hungRequests();
        if (hung == 0) {
            return Optional.empty();
        }
        Map<Outcome, Long> outcomes = result.hung().orElse(Map.of());
        List<String> ends = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcomes.containsKey(outcome)) {
                ends.add(Units.count(outcomes.getOrDefault(outcome, 0L)) + " " + outcome);
            }
        }
        String many = result.load() instanceof Load.Closed closed
                ? Units.count(hung) + " of the " + Units.count(closed.concurrency()) + " exchanges in flight"
                : Measured.number(hung, "exchange");
        return Optional.of(many + (hung == 1 ? " was" : " were")
                + " started in the warm-up and waited for a response to "
                + request.method() + " " + request.path() + " through the whole measured time of "
                + Units.seconds(result.durationSeconds()) + "; how they ended after it: " + String.join(", ", ends)
                + ". Find out what the target waits for, or set "
                + (outcomes.containsKey(Outcome.OK)
                        ? "a <duration> that is longer than its responses take"
                        : "a <timeout> shorter than the <duration>, so that they count as failed"));
    }
}
