package io.fetchmark.report;

import io.fetchmark.history.Build;
import io.fetchmark.history.History;
import io.fetchmark.history.Trend;
import io.fetchmark.measure.Units;
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
            String page, RunResult run, Optional<Verdict> verdict, Path directory, History history) {
        Build now = Build.of(run, verdict, Optional.empty());
        List<String> names =
                run.results().stream().map(ScenarioResult::scenario).distinct().toList();
        TimeStrip strips = TimeStrip.holding(run.results());
        List<ScenarioView> views = new ArrayList<>();
        for (String name : names) {
            List<ScenarioResult> results = run.results().stream()
                    .filter(result -> result.scenario().equals(name))
                    .toList();
            views.add(of(
                    page + "-" + (views.size() + 1),
                    run,
                    results,
                    strips,
                    verdict,
                    directory,
                    Trend.of(history, now, name)));
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
            Trend trend) {
        List<String> missing = new ArrayList<>();
        List<Figure> figures = new ArrayList<>(
                results.get(0).load() instanceof Load.Ladder
                        ? ladder(id, results, missing)
                        : overTime(id, results, missing, directory));
        ErrorsFigure.of(id + "-errors", results).ifPresent(figures::add);
        Optional<Figure> cpus = CpuFigure.of(id + "-cpus", results, run.target());
        if (Stream.concat(figures.stream(), cpus.stream())
                .anyMatch(figure -> figure.drawing().isEmpty())) {
            missing.add("The charts could not be drawn on this machine, most likely for want of fonts; on Debian they"
                    + " come with the packages fontconfig and fonts-dejavu-core. The figures are below.");
        }
        String name = results.get(0).scenario();
        return new ScenarioView(
                id,
                name,
                words(results.get(0)),
                results.stream().map(result -> ResultView.of(result, strips)).toList(),
                results.stream()
                        .flatMap(result -> GeneratorView.of(result).stream())
                        .toList(),
                results.stream()
                        .flatMap(result -> Bottleneck.sentence(result, run.target()).stream())
                        .toList(),
                figures.stream().map(FigureView::of).toList(),
                cpus.stream().map(FigureView::of).toList(),
                comparisons(id, name, ComparisonOutcome.of(run, verdict), directory),
                missing,
                verdict.isPresent(),
                findings(name, run, verdict),
                HistoryView.of(id + "-history", trend).stream().toList());
    }

    private static String words(ScenarioResult result) {
        int workers = result.workerCount();
        return words(result.load()) + (workers == 1 ? "" : ", shared by " + Units.count(workers) + " workers");
    }

    private static String words(Load load) {
        if (load instanceof Load.Closed closed) {
            return "closed load: " + Units.count(closed.concurrency()) + " in flight at any time";
        }
        if (load instanceof Load.Open open) {
            return "open load: " + Units.factor(open.arrivalRate()) + " arrivals a second, " + open.arrivals();
        }
        return load.toString().replace("ladder ", "ladder: ").replace(",", ", ") + " fetches at once";
    }

    private static List<Figure> ladder(String id, List<ScenarioResult> results, List<String> missing) {
        Optional<Figure> figure = LadderFigure.of(id + "-ladder", results);
        if (figure.isEmpty()) {
            missing.add("No step of the ladder was climbed, so there is no chart.");
        }
        return figure.stream().toList();
    }

    private static List<Figure> overTime(
            String id, List<ScenarioResult> results, List<String> missing, Path directory) {
        List<ClientLog> logs = new ArrayList<>();
        for (ScenarioResult result : results) {
            try {
                logs.add(ClientLog.read(directory, result));
            } catch (IOException e) {
                missing.add(result.client() + " is not on the charts: " + e.getMessage() + ".");
            }
        }
        return logs.isEmpty()
                ? List.of()
                : List.of(
                        PercentileFigure.of(id + "-percentiles", logs),
                        RunFigure.responseTime(id + "-response", logs),
                        RunFigure.throughput(
                                id + "-throughput", logs, results.get(0).load()));
    }

    private static List<ComparisonView> comparisons(
            String id, String scenario, List<ComparisonOutcome> outcomes, Path directory) {
        return outcomes.stream()
                .filter(outcome -> outcome.comparison().scenario().equals(scenario))
                .map(outcome -> ComparisonView.of(
                        id + "-against-" + outcome.comparison().client(), outcome, directory))
                .toList();
    }

    private static List<FindingView> findings(String scenario, RunResult run, Optional<Verdict> verdict) {
        return verdict.stream()
                .flatMap(judged -> judged.findings().stream())
                .filter(finding -> finding.scenario().equals(scenario))
                .filter(finding -> !isTakenForGranted(finding))
                .filter(finding -> run.comparison(scenario, finding.client())
                        .filter(comparison -> ComparisonOutcome.isOf(finding, comparison))
                        .isEmpty())
                .map(FindingView::of)
                .toList();
    }

    /** That something was measured, by a generator that kept up, is worth a line only if it was not so. */
    private static boolean isTakenForGranted(Finding finding) {
        return finding.verdict() == VerdictKind.PASS
                && (finding.metric() == FindingMetric.MEASURED || finding.metric() == FindingMetric.GENERATOR);
    }
}
