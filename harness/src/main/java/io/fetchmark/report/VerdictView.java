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

    static VerdictView of(Optional<Verdict> verdict) {
        return verdict.map(VerdictView::judged)
                .orElseGet(() -> new VerdictView(
                        "fmk-open",
                        "○",
                        "Not judged yet",
                        "",
                        "This page was drawn before fetchmark:verify judged the results, or without it. The figures stand;"
                                + " whether they are good enough is said in the log of the build and in verdict.json.",
                        List.of()));
    }

    private static VerdictView judged(Verdict verdict) {
        List<FindingView> complaints =
                verdict.complaints().stream().map(FindingView::of).toList();
        return new VerdictView(
                FindingView.className(verdict.kind()),
                FindingView.sign(verdict.kind()),
                FindingView.words(verdict.kind()),
                Headline.words(verdict),
                meaning(verdict),
                complaints);
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict.kind()) {
            case PASS -> "Nothing that was measured speaks against this build.";
            case LIMIT_BROKEN -> "A figure is worse than what was promised, so fetchmark:verify fails the build.";
            case REGRESSION ->
                "This build is worse than its baseline by more than is put up with, and fresh starts of both have shown"
                        + " it again, so fetchmark:verify fails the build.";
            case INVALID -> "Something that was to be measured or compared could not be judged, so this is no pass.";
            case INCONCLUSIVE ->
                "Nothing that was measured speaks for sure against this build, but not all of it is certain.";
        };
    }
}
