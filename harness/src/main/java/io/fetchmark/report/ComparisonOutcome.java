package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a comparison came out.
 *
 * @param changes of each metric of its gate; none if it has not been judged
 */
record ComparisonOutcome(Comparison comparison, List<Change> changes) {

    ComparisonOutcome {
        changes = List.copyOf(changes);
    }

    /** Of all comparisons of a run. */
    static List<ComparisonOutcome> of(RunResult run, Optional<Verdict> verdict) {
        return run.comparisons().orElse(List.of()).stream()
                .map(comparison -> of(comparison, verdict))
                .toList();
    }

    private static ComparisonOutcome of(Comparison comparison, Optional<Verdict> verdict) {
        return new ComparisonOutcome(
                comparison,
                verdict.stream()
                        .flatMap(judged -> judged.findings().stream())
                        .filter(finding -> isOf(finding, comparison))
                        .map(finding -> new Change(finding, new PairedMetric(finding.metric(), comparison)))
                        .toList());
    }

    static boolean isOf(Finding finding, Comparison comparison) {
        return finding.againstBaseline()
                && finding.scenario().equals(comparison.scenario())
                && finding.client() == comparison.client();
    }

    /** The worst verdict; absent if it has not been judged. */
    Optional<VerdictKind> verdict() {
        return changes.stream().map(change -> change.finding().verdict()).reduce(VerdictKind::worse);
    }

    /** The verdict in a word or three; a pass with a metric that is surely better is called an improvement. */
    String words() {
        boolean improved = changes.stream().anyMatch(Change::isImprovement);
        return verdict()
                .map(kind -> kind == VerdictKind.PASS && improved ? "Improvement" : FindingView.words(kind))
                .orElse("Not judged yet");
    }

    /** What came out, and how sure that is. */
    String sentence() {
        List<String> parts = new ArrayList<>();
        each(parts, VerdictKind.REGRESSION, change -> change.sentence() + beyond(change));
        each(parts, VerdictKind.LIMIT_BROKEN, Change::sentence);
        each(parts, VerdictKind.INVALID, change -> change.pairs().words() + " could not be judged");
        each(parts, VerdictKind.INCONCLUSIVE, change -> change.sentence() + doubt(change));
        changes.stream()
                .filter(Change::isImprovement)
                .forEach(change -> parts.add(change.sentence() + ", an improvement"));
        passing().ifPresent(parts::add);
        String what = parts.isEmpty() ? "Not judged yet" : String.join("; ", parts);
        return what + ". " + measured() + ".";
    }

    private void each(List<String> parts, VerdictKind kind, Function<Change, String> words) {
        changes.stream()
                .filter(change -> change.finding().verdict() == kind)
                .map(words)
                .forEach(parts::add);
    }

    private static String beyond(Change change) {
        return change.pairs().isErrors()
                ? ", which is more than chance"
                : ", beyond the tolerance of "
                        + Units.share(change.finding().tolerance().orElse(0));
    }

    private static String doubt(Change change) {
        double smallest = change.finding().smallestDetectableChange().orElse(Double.NaN);
        return Double.isFinite(smallest)
                ? ", which decides nothing, as a change below " + Percent.size(smallest) + " could not be seen"
                : ", which decides nothing";
    }

    /** {@code p50 (+0.2 %) and p90 (−0.1 %) pass}. */
    private Optional<String> passing() {
        Predicate<Change> plain = change -> change.finding().verdict() == VerdictKind.PASS && !change.isImprovement();
        List<String> names =
                changes.stream().filter(plain).map(ComparisonOutcome::named).toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        int last = names.size() - 1;
        String all = last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        return Optional.of(all + (last == 0 ? " passes" : " pass"));
    }

    private static String named(Change change) {
        return change.pairs().words()
                + (change.estimate().isPresent() && !change.pairs().isErrors() ? " (" + change.words() + ")" : "");
    }

    private String measured() {
        int first = comparison.screening().size();
        int again = comparison.confirmation().size();
        return "Measured in " + Units.count(first) + (first == 1 ? " pair" : " pairs") + " of blocks of "
                + Units.seconds(comparison.blockSeconds())
                + (again == 0 ? "" : ", and again on fresh starts in " + Units.count(again));
    }

    /** The metrics of the gate, or those that are worth a look where there is no verdict. */
    List<PairedMetric> metrics() {
        return changes.isEmpty()
                ? PairedMetric.usual(comparison)
                : changes.stream().map(Change::pairs).collect(Collectors.toList());
    }
}
