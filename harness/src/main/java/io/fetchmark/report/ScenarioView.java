package io.fetchmark.report;

import io.fetchmark.history.Build;
import io.fetchmark.history.History;
import io.fetchmark.history.Trend;
import io.fetchmark.plan.Load;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario as the page shows it.
 *
 * @param id starts the ids of its elements
 * @param load in words
 * @param generators what each client used of the machine, as far as the files say
 * @param bottlenecks who or what kept the load from being higher, a sentence each
 * @param cpus the chart of the CPUs in use, if there is one
 * @param comparisons with the baseline, one for each client that made one
 * @param missing what cannot be shown, a sentence each
 * @param judged whether there is a verdict
 * @param findings of its limits, and of comparisons that are not there
 * @param history the builds before, if there are any
 */
record ScenarioView(
        Language language,
        String id,
        String name,
        String load,
        List<ResultView> results,
        List<GeneratorView> generators,
        List<String> bottlenecks,
        List<FigureView> figures,
        List<FigureView> cpus,
        List<ComparisonView> comparisons,
        List<String> missing,
        boolean judged,
        List<FindingView> findings,
        List<HistoryView> history) {

    String generatorsTable() {
        return language.say("generators-table", name);
    }

    String generatorsCaption() {
        return language.say("generators-caption", name);
    }

    String limitsTable() {
        return language.say("limits-table", name);
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    boolean hasComparisons() {
        return !comparisons.isEmpty();
    }

    boolean hasGenerators() {
        return !generators.isEmpty();
    }

    static List<ScenarioView> of(
            String page, RunResult run, Optional<Verdict> verdict, Path directory, History history, Language language) {
        Build now = Build.of(run, verdict, Optional.empty());
        List<String> names =
                run.results().stream().map(ScenarioResult::scenario).distinct().toList();
        TimeStrip strips = TimeStrip.holding(run.results());
        List<ScenarioView> views = new ArrayList<>();
        for (String name : names) {
            List<ScenarioResult> results = run.results().stream()
                    .filter(result -> result.scenario().equals(name))
                    .toList();
            Trend trend = Trend.of(history, now, name);
            views.add(of(page + "-" + (views.size() + 1), run, results, strips, verdict, directory, trend, language));
        }
        return views;
    }

    private static ScenarioView of(
            String id,
            RunResult run,
            List<ScenarioResult> results,
            TimeStrip strips,
            Optional<Verdict> verdict,
            Path directory,
            Trend trend,
            Language language) {
        List<String> missing = new ArrayList<>();
        List<Figure> figures = new ArrayList<>(
                results.get(0).load() instanceof Load.Ladder
                        ? ladder(id, results, missing, language)
                        : overTime(id, results, missing, directory, language));
        ErrorsFigure.of(id + "-errors", results, language).ifPresent(figures::add);
        Optional<Figure> cpus = CpuFigure.of(id + "-cpus", results, run.target(), language);
        if (Stream.concat(figures.stream(), cpus.stream())
                .anyMatch(figure -> figure.drawing().isEmpty())) {
            missing.add(language.say("missing-charts"));
        }
        String name = results.get(0).scenario();
        return new ScenarioView(
                language,
                id,
                name,
                LoadWords.of(results.get(0), language),
                results.stream()
                        .map(result -> ResultView.of(result, strips, language))
                        .toList(),
                results.stream()
                        .flatMap(result -> GeneratorView.of(result, language).stream())
                        .toList(),
                results.stream()
                        .flatMap(result -> Bottleneck.sentence(result, run.target(), language).stream())
                        .toList(),
                figures.stream().map(FigureView::of).toList(),
                cpus.stream().map(FigureView::of).toList(),
                comparisons(id, name, ComparisonOutcome.of(run, verdict), directory, language),
                missing,
                verdict.isPresent(),
                findings(name, run, verdict, language),
                HistoryView.of(id + "-history", trend, language).stream().toList());
    }

    private static List<Figure> ladder(
            String id, List<ScenarioResult> results, List<String> missing, Language language) {
        Optional<Figure> figure = LadderFigure.of(id + "-ladder", results, language);
        if (figure.isEmpty()) {
            missing.add(language.say("missing-ladder"));
        }
        return figure.stream().toList();
    }

    private static List<Figure> overTime(
            String id, List<ScenarioResult> results, List<String> missing, Path directory, Language language) {
        List<ClientLog> logs = new ArrayList<>();
        for (ScenarioResult result : results) {
            try {
                logs.add(ClientLog.read(directory, result, language));
            } catch (IOException e) {
                missing.add(language.say("missing-client", result.client(), String.valueOf(e.getMessage())));
            }
        }
        return logs.isEmpty()
                ? List.of()
                : List.of(
                        PercentileFigure.of(id + "-percentiles", logs, language),
                        RunFigure.responseTime(id + "-response", logs, language),
                        RunFigure.throughput(
                                id + "-throughput", logs, results.get(0).load(), language));
    }

    private static List<ComparisonView> comparisons(
            String id, String scenario, List<ComparisonOutcome> outcomes, Path directory, Language language) {
        return outcomes.stream()
                .filter(outcome -> outcome.comparison().scenario().equals(scenario))
                .map(outcome -> ComparisonView.of(
                        id + "-against-" + outcome.comparison().client(), outcome, directory, language))
                .toList();
    }

    private static List<FindingView> findings(
            String scenario, RunResult run, Optional<Verdict> verdict, Language language) {
        return verdict.stream()
                .flatMap(judged -> judged.findings().stream())
                .filter(finding -> finding.scenario().equals(scenario))
                .filter(finding -> !isTakenForGranted(finding))
                .filter(finding -> run.comparison(scenario, finding.client())
                        .filter(comparison -> ComparisonOutcome.isOf(finding, comparison))
                        .isEmpty())
                .map(finding -> FindingView.of(finding, language))
                .toList();
    }

    /** That something was measured, by a generator that kept up, is worth a line only if it was not so. */
    private static boolean isTakenForGranted(Finding finding) {
        return finding.verdict() == VerdictKind.PASS
                && (finding.metric() == FindingMetric.MEASURED || finding.metric() == FindingMetric.GENERATOR);
    }
}
