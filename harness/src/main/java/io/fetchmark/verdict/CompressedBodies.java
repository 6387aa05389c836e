package io.fetchmark.verdict;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Units;
import io.fetchmark.plan.Request;
import io.fetchmark.result.ScenarioResult;
import java.util.Map;
import java.util.Optional;

/** Responses that lack the text that they must contain, where the request lets the server compress them. */
public final class CompressedBodies {

    private CompressedBodies() {}

    /** A warning that says why the text may not be found; empty if the request is no reason for it, or it was found. */
    public static Optional<String> warning(Request request, ScenarioResult result) {
        long lacking = result.errors().getOrDefault(Outcome.EXPECTATION, 0L);
        if (lacking == 0) {
            return Optional.empty();
        }
        return request.headers().entrySet().stream()
                .filter(CompressedBodies::asksForCompression)
                .findFirst()
                .map(header -> Units.count(lacking) + (lacking == 1 ? " response" : " responses")
                        + " did not contain the text of <expect><contains>. It is looked for in the bytes of the body as"
                        + " they come, and the header " + header.getKey() + ": " + header.getValue()
                        + " lets the server compress them: take out that header, or <contains>");
    }

    private static boolean asksForCompression(Map.Entry<String, String> header) {
        return header.getKey().equalsIgnoreCase("Accept-Encoding")
                && !header.getValue().isBlank()
                && !header.getValue().trim().equalsIgnoreCase("identity");
    }
}
