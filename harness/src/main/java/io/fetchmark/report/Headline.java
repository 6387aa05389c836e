package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;

/** A verdict in one line: {@code LIMIT_BROKEN: 2 of 6 limits broken}. */
public final class Headline {

    private Headline() {}

    public static String of(Verdict verdict) {
        return verdict.kind() + ": " + words(verdict);
    }

    /** How many of how many: {@code 2 of 6 limits broken}. */
    static String words(Verdict verdict) {
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
            case PASS -> kept(limits, changes) + ", " + number(results, "result");
            case LIMIT_BROKEN ->
                part(verdict, VerdictKind.LIMIT_BROKEN, limits, "limit") + " broken"
                        + (count(verdict, VerdictKind.REGRESSION) == 0 ? "" : ", " + worse(verdict, changes));
            case REGRESSION -> worse(verdict, changes);
            case INVALID ->
                results == 0
                        ? "there is nothing to judge"
                        : part(verdict, verdict.kind(), verdict.findings().size(), "finding") + " could not be judged";
            case INCONCLUSIVE ->
                part(verdict, verdict.kind(), verdict.findings().size(), "finding") + " not certain";
        };
    }

    private static String worse(Verdict verdict, long changes) {
        return part(verdict, VerdictKind.REGRESSION, changes, "figure") + " worse than the baseline";
    }

    private static String part(Verdict verdict, VerdictKind kind, long all, String noun) {
        return Units.count(count(verdict, kind)) + " of " + number(all, noun);
    }

    private static long count(Verdict verdict, VerdictKind kind) {
        return verdict.findings().stream()
                .filter(finding -> finding.verdict() == kind)
                .count();
    }

    private static String kept(long limits, long changes) {
        if (changes == 0) {
            return limits == 0 ? "no limit set" : allKept(limits);
        }
        return (limits == 0 ? "" : allKept(limits) + ", ")
                + (changes == 1 ? "the only figure" : "all " + Units.count(changes) + " figures")
                + " no worse than the baseline";
    }

    private static String allKept(long limits) {
        return limits == 1 ? "the only limit kept" : "all " + Units.count(limits) + " limits kept";
    }

    private static String number(long count, String noun) {
        return Units.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
