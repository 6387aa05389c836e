package io.fetchmark.report;

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

    static ChangeView of(Change change, Language language) {
        Finding finding = change.finding();
        return new ChangeView(
                finding.metric().toString(),
                change.words(language),
                direction(change, language),
                change.interval(language).orElse(""),
                List.of(change.typical(Side.BASELINE, language), change.typical(Side.CANDIDATE, language)),
                List.of(
                        change.pairs().isErrors()
                                ? language.say("change-any-increase")
                                : language.share(finding.tolerance().orElse(Double.NaN)),
                        size(finding.noiseFloor().orElse(Double.NaN), language),
                        size(finding.smallestDetectableChange().orElse(Double.NaN), language)),
                FindingView.className(finding.verdict()),
                FindingView.sign(finding.verdict()),
                verdict(change, language),
                finding.reason());
    }

    static String verdict(Change change, Language language) {
        return change.finding().improved()
                ? language.say("verdict-improvement")
                : FindingView.words(change.finding().verdict(), language);
    }

    static String direction(Change change, Language language) {
        return switch (change.direction()) {
            case BETTER -> language.say("change-better");
            case UNCLEAR -> "";
            case WORSE -> language.say("change-worse");
        };
    }

    private static String size(double share, Language language) {
        return Double.isFinite(share) ? language.size(share) : "–";
    }
}
