package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a page of several modules says, in its order.
 *
 * @param verdict the worst of all
 * @param cautions what a reader must know before the figures, a sentence each
 */
record AggregateView(String style, BadgeView verdict, List<String> cautions, List<PartView> parts) {

    boolean hasCautions() {
        return !cautions.isEmpty();
    }

    static AggregateView of(List<ModulePart> parts, List<String> late) {
        Set<String> ids = new HashSet<>();
        List<PartView> views =
                parts.stream().map(part -> PartView.of(ids, part)).toList();
        return new AggregateView(
                Templates.text("page.css"),
                BadgeView.of(worst(parts), summary(parts)),
                late.stream().map(AggregateView::caution).toList(),
                views);
    }

    private static String caution(String module) {
        return module + " measures only after this page was drawn: what is shown of it, if anything, is of an earlier"
                + " build.";
    }

    /** Empty if that would be a pass, and not all has been judged. */
    private static Optional<VerdictKind> worst(List<ModulePart> parts) {
        List<Optional<VerdictKind>> verdicts =
                parts.stream().map(AggregateView::verdict).toList();
        return verdicts.stream()
                .flatMap(Optional::stream)
                .reduce(VerdictKind::worse)
                .filter(worst -> worst != VerdictKind.PASS || verdicts.stream().allMatch(Optional::isPresent));
    }

    /** What cannot be read is no pass. */
    private static Optional<VerdictKind> verdict(ModulePart part) {
        return part instanceof ModulePart.Measured measured
                ? measured.verdict().map(Verdict::kind)
                : Optional.of(VerdictKind.INVALID);
    }

    private static String summary(List<ModulePart> parts) {
        long modules = parts.stream().map(ModulePart::module).distinct().count();
        return "the worst of " + Units.count(parts.size()) + (parts.size() == 1 ? " run" : " runs") + " in "
                + Units.count(modules) + (modules == 1 ? " module" : " modules");
    }
}
