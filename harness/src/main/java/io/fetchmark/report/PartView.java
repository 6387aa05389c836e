package io.fetchmark.report;

import io.fetchmark.history.History;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One execution of one module as a page of several shows it.
 *
 * @param id of its heading; starts the ids of all that is in it
 * @param verdict invalid if it cannot be read
 * @param problem why it cannot be read; none if it can
 * @param lines of the overview
 * @param run none if it cannot be read
 */
record PartView(
        String id, String name, BadgeView verdict, List<String> problem, List<OverviewLine> lines, List<PageView> run) {

    /** @param ids those that are taken; the new one is added */
    static PartView of(Set<String> ids, ModulePart part, Language language) {
        String name = part.module() + ", " + part.execution();
        String id = free(ids, "fmk-" + name.replaceAll("[^A-Za-z0-9_]+", "-"));
        if (part instanceof ModulePart.Measured measured) {
            return measured(id, name, measured, language);
        }
        String problem = part instanceof ModulePart.Unreadable unreadable ? unreadable.problem() : "";
        return new PartView(
                id,
                name,
                BadgeView.of(Optional.of(VerdictKind.INVALID), "", language),
                List.of(problem),
                List.of(),
                List.of());
    }

    private static PartView measured(String id, String name, ModulePart.Measured part, Language language) {
        PageView page = PageView.of(id, part.run(), part.verdict(), part.directory(), History.NONE, language);
        return new PartView(
                id,
                name,
                BadgeView.of(
                        part.verdict().map(Verdict::kind),
                        part.verdict()
                                .map(verdict -> Headline.words(verdict, language))
                                .orElse(""),
                        language),
                List.of(),
                OverviewLine.of(page, part.run(), part.verdict()),
                List.of(page));
    }

    /** Two names may look the same once all signs in them are dashes. */
    private static String free(Set<String> ids, String wanted) {
        String id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + "--" + i;
        }
        return id;
    }
}
