package io.fetchmark.report;

import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;

/** A verdict in one line: {@code LIMIT_BROKEN: 2 of 6 limits broken}. */
public final class Headline {

    private Headline() {}

    public static String of(Verdict verdict) {
        return verdict.kind() + ": " + words(verdict, Language.ENGLISH);
    }

    /** How many of how many: {@code 2 of 6 limits broken}. */
    static String words(Verdict verdict, Language language) {
        long results = verdict.findings().stream()
                .filter(finding -> finding.metric() == FindingMetric.MEASURED)
                .count();
        long generators = verdict.findings().stream()
                .filter(finding -> finding.metric() == FindingMetric.GENERATOR)
                .count();
        long changes =
                verdict.findings().stream().filter(Finding::againstBaseline).count();
        long limits = verdict.findings().size() - results - generators - changes;
        return switch (verdict.kind()) {
            case PASS -> String.join(", ", kept(limits, changes, results, language));
            case LIMIT_BROKEN ->
                language.say("headline-limits-broken", count(verdict, VerdictKind.LIMIT_BROKEN), limits)
                        + (count(verdict, VerdictKind.REGRESSION) == 0 ? "" : ", " + worse(verdict, changes, language));
            case REGRESSION -> worse(verdict, changes, language);
            case INVALID ->
                results == 0
                        ? language.say("headline-nothing")
                        : language.say("headline-invalid", count(verdict, verdict.kind()), all(verdict));
            case INCONCLUSIVE -> language.say("headline-uncertain", count(verdict, verdict.kind()), all(verdict));
        };
    }

    private static String worse(Verdict verdict, long changes, Language language) {
        return language.say("headline-worse", count(verdict, VerdictKind.REGRESSION), changes);
    }

    private static long count(Verdict verdict, VerdictKind kind) {
        return verdict.findings().stream()
                .filter(finding -> finding.verdict() == kind)
                .count();
    }

    private static long all(Verdict verdict) {
        return verdict.findings().size();
    }

    private static List<String> kept(long limits, long changes, long results, Language language) {
        List<String> kept = new ArrayList<>();
        if (limits > 0) {
            kept.add(limits == 1 ? language.say("headline-limit-kept") : language.say("headline-limits-kept", limits));
        } else if (changes == 0) {
            kept.add(language.say("headline-no-limit"));
        }
        if (changes > 0) {
            kept.add(
                    changes == 1
                            ? language.say("headline-figure-kept")
                            : language.say("headline-figures-kept", changes));
        }
        kept.add(language.say("headline-results", results));
        return kept;
    }
}
