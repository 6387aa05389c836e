package io.fetchmark.report;

import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Side;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All changes from the baseline as one table: a line for each comparison that has been judged, a column for each metric.
 *
 * @param metrics the headings of the columns
 */
record ChangesView(List<String> metrics, List<Group> groups) {

    /** The lines of one scenario. */
    record Group(String scenario, int width, List<Line> lines) {}

    /** How one comparison came out. */
    record Line(String client, String swatch, List<Cell> cells, String className, String sign, String verdict) {}

    /**
     * One change.
     *
     * @param sign of what is not a plain pass; else empty
     * @param word the verdict, for those to whom the sign says nothing
     * @param interval empty if it is not known
     * @param strip SVG; empty if the change is not known
     */
    record Cell(String change, String className, String sign, String word, String interval, String strip) {

        private static final Cell NONE = new Cell("–", "", "", "", "", "");

        boolean isMarked() {
            return !sign.isEmpty();
        }

        boolean hasInterval() {
            return !interval.isEmpty();
        }

        static Cell of(Change change, ChangeStrip strip, Language language) {
            VerdictKind verdict = change.finding().verdict();
            boolean plain = verdict == VerdictKind.PASS && !change.finding().improved();
            return new Cell(
                    change.pairs().isErrors() ? change.typical(Side.CANDIDATE, language) : change.words(language),
                    FindingView.className(verdict),
                    plain ? "" : FindingView.sign(verdict),
                    ChangeView.verdict(change, language),
                    change.interval(language).orElse(""),
                    strip.of(change).orElse(""));
        }
    }

    boolean hasGroups() {
        return !groups.isEmpty();
    }

    static ChangesView of(List<ComparisonOutcome> outcomes, Language language) {
        List<FindingMetric> metrics = Stream.of(RegressionMetric.values())
                .map(FindingMetric::of)
                .filter(metric -> outcomes.stream()
                        .anyMatch(outcome -> change(outcome, metric).isPresent()))
                .toList();
        List<ComparisonOutcome> judged = outcomes.stream()
                .filter(outcome -> outcome.verdict().isPresent())
                .toList();
        ChangeStrip strip = ChangeStrip.holding(
                judged.stream().flatMap(outcome -> outcome.changes().stream()).toList());
        return new ChangesView(
                metrics.stream().map(FindingMetric::toString).toList(),
                judged.stream()
                        .map(outcome -> outcome.comparison().scenario())
                        .distinct()
                        .map(scenario -> group(scenario, judged, metrics, strip, language))
                        .toList());
    }

    private static Group group(
            String scenario,
            List<ComparisonOutcome> judged,
            List<FindingMetric> metrics,
            ChangeStrip strip,
            Language language) {
        return new Group(
                scenario,
                metrics.size() + 2,
                judged.stream()
                        .filter(outcome -> outcome.comparison().scenario().equals(scenario))
                        .map(outcome -> line(outcome, metrics, strip, language))
                        .toList());
    }

    private static Line line(
            ComparisonOutcome outcome, List<FindingMetric> metrics, ChangeStrip strip, Language language) {
        VerdictKind verdict = outcome.verdict().orElseThrow();
        return new Line(
                outcome.comparison().client().label(),
                Swatch.of(Ink.of(outcome.comparison().client())),
                metrics.stream()
                        .map(metric -> change(outcome, metric)
                                .map(change -> Cell.of(change, strip, language))
                                .orElse(Cell.NONE))
                        .toList(),
                FindingView.className(verdict),
                FindingView.sign(verdict),
                outcome.words(language));
    }

    private static Optional<Change> change(ComparisonOutcome outcome, FindingMetric metric) {
        return outcome.changes().stream()
                .filter(change -> change.finding().metric() == metric)
                .findFirst();
    }
}
