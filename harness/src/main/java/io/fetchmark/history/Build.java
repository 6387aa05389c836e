package io.fetchmark.history;

import io.fetchmark.calibration.Fingerprint;
import io.fetchmark.json.Json;
import io.fetchmark.plan.Client;
import io.fetchmark.result.Environment;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One build of an execution, in the figures that are followed from build to build.
 *
 * @param schemaVersion of the file, {@value #SCHEMA_VERSION}
 * @param gitCommit what was built, if that is known
 * @param environment machine, programs and seed; its start is that of the build
 * @param target as it ran
 * @param verdict of all of it; absent if it has not been judged, which no kept build is
 * @param results one for each scenario and client, in the order of measuring
 */
public record Build(
        int schemaVersion,
        Optional<String> gitCommit,
        Environment environment,
        TargetFacts target,
        Optional<VerdictKind> verdict,
        List<BuildFigures> results) {

    public static final int SCHEMA_VERSION = 1;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH = 8;

    public Build {
        Instant unused = environment.start();
        results = List.copyOf(results);
    }

    /**
     * What is to be kept of a run.
     *
     * @param verdict absent if it has not been judged
     */
    public static Build of(RunResult run, Optional<Verdict> verdict, Optional<String> gitCommit) {
        List<Finding> findings = verdict.map(Verdict::findings).orElse(List.of());
        return new Build(
                SCHEMA_VERSION,
                gitCommit,
                run.environment(),
                run.target(),
                verdict.map(Verdict::kind),
                run.results().stream()
                        .map(result -> BuildFigures.of(result, about(result, findings)))
                        .toList());
    }

    private static List<Finding> about(ScenarioResult result, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.scenario().equals(result.scenario()) && finding.client() == result.client())
                .toList();
    }

    /** Tells builds apart, however they were judged: its start, and a hash of its environment. */
    public String id() {
        byte[] whole = Json.line(environment).getBytes(StandardCharsets.UTF_8);
        return STAMP.format(start()) + "-"
                + UUID.nameUUIDFromBytes(whole).toString().substring(0, HASH);
    }

    public Instant start() {
        return environment.start();
    }

    /** What that client measured in that scenario. */
    public Optional<BuildFigures> find(String scenario, Client client) {
        return results.stream()
                .filter(one -> one.scenario().equals(scenario) && one.client() == client)
                .findFirst();
    }

    /**
     * Why figures of a later build are not to be held against those of this one; empty if nothing speaks against it. What
     * makes two builds comparable is what makes a recorded baseline so: the machine, the load, and how the target ran.
     *
     * @param figures of the later build
     */
    Optional<Mismatch> whyNotComparableTo(Build later, BuildFigures figures) {
        Optional<BuildFigures> own = find(figures.scenario(), figures.client());
        if (own.isEmpty()) {
            return Optional.of(Mismatch.SCENARIO);
        }
        if (!Fingerprint.of(environment).equals(Fingerprint.of(later.environment))) {
            return Optional.of(Mismatch.MACHINE);
        }
        Optional<String> load = own.get().scenarioHash();
        if (load.isEmpty() || !load.equals(figures.scenarioHash())) {
            return Optional.of(Mismatch.LOAD);
        }
        if (!target.kind().equals(later.target.kind())
                || target.whyNotComparableTo(later.target).isPresent()) {
            return Optional.of(Mismatch.TARGET);
        }
        return own.get().areSound() ? Optional.empty() : Optional.of(Mismatch.DOUBT);
    }
}
