package io.fetchmark.report;

import io.fetchmark.plan.Client;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one client did in one scenario, as a line of the overview of several runs. Times are response times.
 *
 * @param id of the part of the page that tells more
 * @param swatch SVG
 * @param className what colours the verdict; never the only sign
 * @param figures p50, p99, throughput and errors, with their units
 */
record OverviewLine(
        String id,
        String scenario,
        String client,
        String swatch,
        String className,
        String sign,
        String verdict,
        List<String> figures) {

    private record Who(String scenario, Client client) {}

    /** A line for each scenario and client that was measured or judged. */
    static List<OverviewLine> of(PageView page, RunResult run, Optional<Verdict> verdict) {
        Set<Who> all = new LinkedHashSet<>();
        run.results().forEach(result -> all.add(new Who(result.scenario(), result.client())));
        findings(verdict).forEach(finding -> all.add(new Who(finding.scenario(), finding.client())));
        return all.stream().map(who -> line(who, page, run, verdict)).toList();
    }

    private static OverviewLine line(Who who, PageView page, RunResult run, Optional<Verdict> verdict) {
        Optional<VerdictKind> worst = findings(verdict).stream()
                .filter(finding -> finding.scenario().equals(who.scenario()) && finding.client() == who.client())
                .map(Finding::verdict)
                .reduce(VerdictKind::worse);
        BadgeView badge = BadgeView.of(worst, "", page.language());
        return new OverviewLine(
                page.scenarios().stream()
                        .filter(scenario -> scenario.name().equals(who.scenario()))
                        .map(ScenarioView::id)
                        .findFirst()
                        .orElse(page.page()),
                who.scenario(),
                who.client().label(),
                Swatch.of(Ink.of(who.client())),
                badge.className(),
                badge.sign(),
                badge.title(),
                run.find(who.scenario(), who.client())
                        .map(result -> figures(result, page.language()))
                        .orElse(List.of("–", "–", "–", "–")));
    }

    private static List<String> figures(ScenarioResult result, Language language) {
        boolean none = result.requests() == 0;
        return List.of(
                none ? "–" : language.time((double) result.responseTimeNanos().p50()),
                none ? "–" : language.time((double) result.responseTimeNanos().p99()),
                language.rate(result.throughputPerSecond()),
                language.count(result.failed() + result.dropped()));
    }

    private static List<Finding> findings(Optional<Verdict> verdict) {
        return verdict.map(Verdict::findings).orElse(List.of());
    }
}
