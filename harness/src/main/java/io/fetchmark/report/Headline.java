package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;

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
        long limits = verdict.findings().size() - results - generators;
        String kept = limits == 0 ? "no limit set" : allKept(limits);
        return switch (verdict.kind()) {
            case PASS -> kept + ", " + number(results, "result");
            case LIMIT_BROKEN -> part(verdict, limits, "limit") + " broken";
            case REGRESSION -> part(verdict, limits, "comparison") + " worse than the baseline";
            case INVALID ->
                results == 0
                        ? "there is nothing to judge"
                        : part(verdict, verdict.findings().size(), "finding") + " could not be judged";
            case INCONCLUSIVE -> part(verdict, verdict.findings().size(), "finding") + " not certain";
        };
    }

    private static String part(Verdict verdict, long all, String noun) {
        long some = verdict.findings().stream()
                .filter(finding -> finding.verdict() == verdict.kind())
                .count();
        return Units.count(some) + " of " + number(all, noun);
    }

    private static String allKept(long limits) {
        return limits == 1 ? "the only limit kept" : "all " + Units.count(limits) + " limits kept";
    }

    private static String number(long count, String noun) {
        return Units.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
