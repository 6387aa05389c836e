package io.fetchmark.report;

import io.fetchmark.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A verdict as the page says it.
 *
 * @param className what colours it; never the only sign
 * @param sign one character
 * @param title in two or three words
 * @param summary how many of how many; empty if there is no verdict
 * @param meaning what follows from it
 * @param complaints the findings that are not a pass, the worst first
 */
record VerdictView(
        String className, String sign, String title, String summary, String meaning, List<FindingView> complaints) {

    boolean hasComplaints() {
        return !complaints.isEmpty();
    }

    static VerdictView of(Optional<Verdict> verdict, Language language) {
        return verdict.map(judged -> judged(judged, language))
                .orElseGet(() -> new VerdictView(
                        "fmk-open",
                        "○",
                        language.say("verdict-open"),
                        "",
                        language.say("verdict-open-meaning"),
                        List.of()));
    }

    private static VerdictView judged(Verdict verdict, Language language) {
        List<FindingView> complaints = verdict.complaints().stream()
                .map(finding -> FindingView.of(finding, language))
                .toList();
        return new VerdictView(
                FindingView.className(verdict.kind()),
                FindingView.sign(verdict.kind()),
                FindingView.words(verdict.kind(), language),
                Headline.words(verdict, language),
                meaning(verdict, language),
                complaints);
    }

    private static String meaning(Verdict verdict, Language language) {
        return language.say(
                switch (verdict.kind()) {
                    case PASS -> "verdict-pass-meaning";
                    case LIMIT_BROKEN -> "verdict-limit-broken-meaning";
                    case REGRESSION -> "verdict-regression-meaning";
                    case INVALID -> "verdict-invalid-meaning";
                    case INCONCLUSIVE -> "verdict-inconclusive-meaning";
                });
    }
}
