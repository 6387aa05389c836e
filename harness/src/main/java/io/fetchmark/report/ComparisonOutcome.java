package io.fetchmark.report;

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
    String words(Language language) {
        boolean improved = changes.stream().anyMatch(change -> change.finding().improved());
        return verdict()
                .map(kind -> kind == VerdictKind.PASS && improved
                        ? language.say("verdict-improvement")
                        : FindingView.words(kind, language))
                .orElseGet(() -> language.say("verdict-open"));
    }

    /** What came out, and how sure that is. */
    String sentence(Language language) {
        List<String> parts = new ArrayList<>();
        each(parts, VerdictKind.REGRESSION, change -> beyond(change, language));
        each(parts, VerdictKind.LIMIT_BROKEN, change -> change.sentence(language));
        each(
                parts,
                VerdictKind.INVALID,
                change -> language.say("outcome-invalid", change.pairs().words(language)));
        each(parts, VerdictKind.INCONCLUSIVE, change -> doubt(change, language));
        changes.stream()
                .filter(change -> change.finding().improved())
                .forEach(change -> parts.add(language.say("outcome-improvement", change.sentence(language))));
        passing(language).ifPresent(parts::add);
        String what = parts.isEmpty() ? language.say("verdict-open") : String.join("; ", parts);
        return what + ". " + measured(language) + ".";
    }

    private void each(List<String> parts, VerdictKind kind, Function<Change, String> words) {
        changes.stream()
                .filter(change -> change.finding().verdict() == kind)
                .map(words)
                .forEach(parts::add);
    }

    private static String beyond(Change change, Language language) {
        return change.pairs().isErrors()
                ? language.say("outcome-more-than-chance", change.sentence(language))
                : language.say(
                        "outcome-beyond",
                        change.sentence(language),
                        language.share(change.finding().tolerance().orElse(0)));
    }

    private static String doubt(Change change, Language language) {
        double smallest = change.finding().smallestDetectableChange().orElse(Double.NaN);
        return Double.isFinite(smallest)
                ? language.say("outcome-doubt-below", change.sentence(language), language.size(smallest))
                : language.say("outcome-doubt", change.sentence(language));
    }

    /** {@code p50 (+0.2 %) and p90 (−0.1 %) pass}. */
    private Optional<String> passing(Language language) {
        Predicate<Change> plain = change -> change.finding().verdict() == VerdictKind.PASS
                && !change.finding().improved();
        List<String> names = changes.stream()
                .filter(plain)
                .map(change -> named(change, language))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(language.say("outcome-pass", language.list(names), names.size()));
    }

    private static String named(Change change, Language language) {
        String name = change.pairs().words(language);
        return change.estimate().isPresent() && !change.pairs().isErrors()
                ? language.say("outcome-named", name, change.words(language))
                : name;
    }

    private String measured(Language language) {
        int first = comparison.screening().size();
        int again = comparison.confirmation().size();
        String block = language.seconds(comparison.blockSeconds());
        return again == 0
                ? language.say("outcome-measured", first, block)
                : language.say("outcome-measured-again", first, block, again);
    }

    /** The metrics of the gate, or those that are worth a look where there is no verdict. */
    List<PairedMetric> metrics() {
        return changes.isEmpty()
                ? PairedMetric.usual(comparison)
                : changes.stream().map(Change::pairs).collect(Collectors.toList());
    }
}
