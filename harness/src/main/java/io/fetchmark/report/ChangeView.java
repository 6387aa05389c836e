package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.Side;
import io.fetchmark.verdict.Finding;
import java.util.List;

/**
 * A change from the baseline as a line of a table.
 *
 * @param direction in a word, where the interval is sure of it; else empty
 * @param interval of the change; empty if it is not known
 * @param sides baseline and candidate
 * @param figures tolerance, noise floor and smallest change that could be seen
 * @param className what colours the verdict; never the only sign
 */
record ChangeView(
        String metric,
        String change,
        String direction,
        String interval,
        List<String> sides,
        List<String> figures,
        String className,
        String sign,
        String verdict,
        String reason) {

    boolean hasInterval() {
        return !interval.isEmpty();
    }

    static ChangeView of(Change change) {
        Finding finding = change.finding();
        return new ChangeView(
                finding.metric().toString(),
                change.words(),
                direction(change),
                change.interval().orElse(""),
                List.of(change.typical(Side.BASELINE), change.typical(Side.CANDIDATE)),
                List.of(
                        change.pairs().isErrors()
                                ? "any increase"
                                : Units.share(finding.tolerance().orElse(Double.NaN)),
                        size(finding.noiseFloor().orElse(Double.NaN)),
                        size(finding.smallestDetectableChange().orElse(Double.NaN))),
                FindingView.className(finding.verdict()),
                FindingView.sign(finding.verdict()),
                verdict(change),
                finding.reason());
    }

    static String verdict(Change change) {
        return change.isImprovement()
                ? "Improvement"
                : FindingView.words(change.finding().verdict());
    }

    static String direction(Change change) {
        return switch (change.direction()) {
            case BETTER -> "better";
            case UNCLEAR -> "";
            case WORSE -> "worse";
        };
    }

    private static String size(double share) {
        return Double.isFinite(share) ? Percent.size(share) : "–";
    }
}
