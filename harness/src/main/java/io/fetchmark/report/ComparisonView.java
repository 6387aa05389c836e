package io.fetchmark.report;

import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one client compared the target with its baseline, as the page shows it.
 *
 * @param ink the class that has the colour of the client
 * @param swatch SVG
 * @param sentence what came out
 * @param charts of the pairs, one for each metric
 * @param hasConfirmation whether there were fresh starts
 * @param sides the chart of both percentiles, if there is one
 * @param missing what cannot be shown, a sentence each
 * @param data the figures behind the charts of the pairs
 */
record ComparisonView(
        Language language,
        String client,
        String ink,
        String swatch,
        String className,
        String sign,
        String verdict,
        String sentence,
        List<ChangeView> changes,
        List<PairsView> charts,
        boolean hasConfirmation,
        List<FigureView> sides,
        List<String> missing,
        DataTable data) {

    /**
     * The chart of one metric.
     *
     * @param change of the metric; none if it has not been judged
     * @param drawing SVG
     */
    record PairsView(String metric, List<ChangeView> change, String drawing) {}

    String table() {
        return language.say("comparison-table", client);
    }

    boolean hasChanges() {
        return !changes.isEmpty();
    }

    boolean hasCharts() {
        return !charts.isEmpty();
    }

    /**
     * Of one comparison.
     *
     * @param id starts the ids of its charts
     */
    static ComparisonView of(String id, ComparisonOutcome outcome, Path directory, Language language) {
        List<String> missing = new ArrayList<>();
        List<PairsView> charts = charts(id, outcome, language);
        List<FigureView> sides = new ArrayList<>();
        try {
            sides.add(FigureView.of(SidesFigure.of(id + "-sides", outcome.comparison(), directory, language), 4));
        } catch (IOException e) {
            missing.add(language.say("missing-sides", String.valueOf(e.getMessage())));
        }
        Optional<VerdictKind> verdict = outcome.verdict();
        Ink ink = Ink.of(outcome.comparison().client());
        return new ComparisonView(
                language,
                outcome.comparison().client().label(),
                ink.className(),
                Swatch.of(ink),
                verdict.map(FindingView::className).orElse("fmk-open"),
                verdict.map(FindingView::sign).orElse("○"),
                outcome.words(language),
                outcome.sentence(language),
                outcome.changes().stream()
                        .map(change -> ChangeView.of(change, language))
                        .toList(),
                charts,
                !outcome.comparison().confirmation().isEmpty(),
                sides,
                missing,
                PairsTable.of(outcome.comparison(), outcome.metrics(), language));
    }

    private static List<PairsView> charts(String id, ComparisonOutcome outcome, Language language) {
        List<PairsView> views = new ArrayList<>();
        for (PairedMetric metric : outcome.metrics()) {
            Optional<Change> change = outcome.changes().stream()
                    .filter(each -> each.pairs().equals(metric))
                    .findFirst();
            if (metric.isMeasured()) {
                Figure.drawn(PairsFigure.of(id + "-" + metric.metric(), metric, change, language))
                        .ifPresent(drawing -> views.add(new PairsView(
                                metric.metric().toString(),
                                change.stream()
                                        .map(each -> ChangeView.of(each, language))
                                        .toList(),
                                drawing)));
            }
        }
        return views;
    }
}
