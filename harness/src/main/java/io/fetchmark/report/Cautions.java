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

    static List<Caution> of(RunResult run, Language language) {
        List<Caution> cautions = new ArrayList<>();
        run.target().warnings().forEach(warning -> cautions.add(new Caution("", warning, false)));
        run.baseline().stream()
                .flatMap(baseline -> baseline.warnings().stream())
                .filter(warning -> !run.target().warnings().contains(warning))
                .forEach(warning -> cautions.add(new Caution(language.say("caution-baseline") + " ", warning, false)));
        for (ScenarioResult result : run.results()) {
            String who = result.scenario() + ", " + result.client() + ": ";
            own(result, language).forEach(caution -> cautions.add(new Caution(who, caution, true)));
            result.warnings().forEach(warning -> cautions.add(new Caution(who, warning, false)));
        }
        for (Comparison comparison : run.comparisons().orElse(List.of())) {
            String who = language.say("caution-compared", comparison.scenario(), comparison.client()) + " ";
            comparison.warnings().forEach(warning -> cautions.add(new Caution(who, warning, false)));
        }
        return cautions;
    }

    private static List<String> own(ScenarioResult result, Language language) {
        List<String> cautions = new ArrayList<>();
        if (result.requests() == 0) {
            cautions.add(language.say("caution-nothing"));
        }
        if (result.failed() > 0) {
            cautions.add(language.say("caution-failed", result.failed(), result.requests(), kinds(result)));
        }
        if (result.dropped() > 0) {
            cautions.add(language.say("caution-dropped", result.dropped()));
        }
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
