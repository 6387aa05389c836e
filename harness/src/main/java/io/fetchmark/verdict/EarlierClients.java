package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.WarmUp;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a client can be compared with those that were measured before it on the same instance of the target: not if the
 * target still warmed up with one of them, which makes the later one look better.
 */
public final class EarlierClients {

    /** How clients put on their load alters what a request costs a target, but hardly by half. */
    private static final double DEARER = 1.5;

    private EarlierClients() {}

    /**
     * The warnings of one result.
     *
     * @param earlier all that were measured before it in the same run; those of other scenarios say nothing of it
     */
    public static List<String> of(ScenarioResult result, List<ScenarioResult> earlier) {
        List<String> warnings = new ArrayList<>();
        for (ScenarioResult other : earlier) {
            if (!other.scenario().equals(result.scenario())) {
                continue;
            }
            double before = other.targetCpuNanosPerRequest().orElse(0);
            double now = result.targetCpuNanosPerRequest().orElse(Double.MAX_VALUE);
            if (before >= now * DEARER) {
                warnings.add("a request took " + Units.time(before) + " of the target's CPU time with " + other.client()
                        + ", which was measured before, and " + Units.time(now) + " with " + result.client()
                        + ", so the target has probably warmed up in between and the two cannot be compared; set a"
                        + " longer <warmUp>");
            } else if (other.warmUp().filter(WarmUp::endedTooEarly).isPresent()) {
                warnings.add("the target was not steady when " + other.client() + " was measured, before "
                        + result.client() + ", so the two cannot be compared; set a longer <warmUp>");
            }
        }
        return warnings;
    }
}
