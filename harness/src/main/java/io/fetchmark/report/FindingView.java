package io.fetchmark.report;

import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.VerdictKind;

/** A finding as the page says it. */
record FindingView(
        String scenario, String client, String metric, String className, String sign, String verdict, String reason) {

    static FindingView of(Finding finding, Language language) {
        return new FindingView(
                finding.scenario(),
                finding.client().label(),
                finding.metric().toString(),
                className(finding.verdict()),
                sign(finding.verdict()),
                words(finding.verdict(), language),
                finding.reason());
    }

    static String className(VerdictKind kind) {
        return switch (kind) {
            case PASS -> "fmk-good";
            case LIMIT_BROKEN, REGRESSION -> "fmk-bad";
            case INVALID, INCONCLUSIVE -> "fmk-doubt";
        };
    }

    static String sign(VerdictKind kind) {
        return switch (kind) {
            case PASS -> "✓";
            case LIMIT_BROKEN, REGRESSION -> "✗";
            case INVALID -> "!";
            case INCONCLUSIVE -> "?";
        };
    }

    static String words(VerdictKind kind, Language language) {
        return language.say(
                switch (kind) {
                    case PASS -> "verdict-pass";
                    case LIMIT_BROKEN -> "verdict-limit-broken";
                    case REGRESSION -> "verdict-regression";
                    case INVALID -> "verdict-invalid";
                    case INCONCLUSIVE -> "verdict-inconclusive";
                });
    }
}
