package io.fetchmark.report;

import io.fetchmark.verdict.VerdictKind;
import java.util.Optional;

/**
 * A verdict in two or three words.
 *
 * @param className what colours it; never the only sign
 * @param sign one character
 * @param summary what it is of
 */
record BadgeView(String className, String sign, String title, String summary) {

    /** @param kind empty if there is no verdict */
    static BadgeView of(Optional<VerdictKind> kind, String summary, Language language) {
        return new BadgeView(
                kind.map(FindingView::className).orElse("fmk-open"),
                kind.map(FindingView::sign).orElse("○"),
                kind.map(one -> FindingView.words(one, language)).orElseGet(() -> language.say("verdict-open")),
                summary);
    }
}
