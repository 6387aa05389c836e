package io.fetchmark.report;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Units;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader of a run must know before its figures: failures, dropped arrivals and warnings, a sentence each. */
final class Cautions {

    private Cautions() {}

    static List<String> of(RunResult run) {
        List<String> cautions = new ArrayList<>(run.target().warnings());
        run.baseline().stream()
                .flatMap(baseline -> baseline.warnings().stream())
                .filter(warning -> !run.target().warnings().contains(warning))
                .forEach(warning -> cautions.add("baseline: " + warning));
        for (ScenarioResult result : run.results()) {
            String who = result.scenario() + ", " + result.client() + ": ";
            own(result).forEach(caution -> cautions.add(who + caution));
        }
        for (Comparison comparison : run.comparisons().orElse(List.of())) {
            String who = comparison.scenario() + ", " + comparison.client() + " against the baseline: ";
            comparison.warnings().forEach(caution -> cautions.add(who + caution));
        }
        return cautions;
    }

    private static List<String> own(ScenarioResult result) {
        List<String> cautions = new ArrayList<>();
        if (result.requests() == 0) {
            cautions.add("not one exchange ended, so there is nothing to see.");
        }
        if (result.failed() > 0) {
            cautions.add(Units.count(result.failed()) + " of " + Units.count(result.requests()) + " requests failed ("
                    + kinds(result) + "); their times count, too.");
        }
        if (result.dropped() > 0) {
            cautions.add(Units.count(result.dropped()) + " arrivals were dropped, as none could be started within the"
                    + " time-out: the true response times are longer than those that are shown.");
        }
        cautions.addAll(result.warnings());
        return cautions;
    }

    /** How many failed in which way: {@code 3 timeout, 1 status}. */
    static String kinds(ScenarioResult result) {
        return Outcome.ERRORS.stream()
                .filter(kind -> result.errors().getOrDefault(kind, 0L) > 0)
                .map(kind -> Units.count(result.errors().getOrDefault(kind, 0L)) + " " + kind)
                .collect(Collectors.joining(", "));
    }
}
