package io.fetchmark.report;

import com.samskivert.mustache.Mustache;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a page of several modules says, in its order.
 *
 * @param verdict the worst of all
 * @param cautions what a reader must know before the figures, a sentence each
 */
record AggregateView(Language language, String style, BadgeView verdict, List<String> cautions, List<PartView> parts) {

    Map<String, String> words() {
        return language.words();
    }

    String tag() {
        return language.tag();
    }

    Mustache.Lambda quote() {
        return language.quote();
    }

    boolean hasCautions() {
        return !cautions.isEmpty();
    }

    static AggregateView of(List<ModulePart> parts, List<String> late, Language language) {
        Set<String> ids = new HashSet<>();
        List<PartView> views =
                parts.stream().map(part -> PartView.of(ids, part, language)).toList();
        return new AggregateView(
                language,
                Templates.text("page.css"),
                BadgeView.of(worst(parts), summary(parts, language), language),
                late.stream().map(module -> language.say("all-late", module)).toList(),
                views);
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

    private static String summary(List<ModulePart> parts, Language language) {
        long modules = parts.stream().map(ModulePart::module).distinct().count();
        return language.say("all-summary", parts.size(), modules);
    }
}
