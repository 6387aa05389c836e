package io.fetchmark.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run is worth: the worst of its findings. Without a finding it is invalid: nothing measured is never a pass.
 *
 * @param schemaVersion of the file, {@value #SCHEMA_VERSION}
 * @param verdict the worst verdict of a finding
 * @param findings in the order of the plan
 */
public record Verdict(int schemaVersion, VerdictKind verdict, List<Finding> findings) {

    public static final int SCHEMA_VERSION = 1;

    public Verdict {
        findings = List.copyOf(findings);
        if (verdict != worst(findings)) {
            throw new IllegalArgumentException(
                    "verdict must be that of the worst finding, " + worst(findings) + ", was " + verdict);
        }
    }

    /** The verdict that these findings amount to. */
    public static Verdict of(List<Finding> findings) {
        return new Verdict(SCHEMA_VERSION, worst(findings), findings);
    }

    /** The verdict in one word. */
    public VerdictKind kind() {
        return verdict;
    }

    /** The findings that are not a pass, the worst first. */
    public List<Finding> complaints() {
        return findings.stream()
                .filter(finding -> finding.verdict() != VerdictKind.PASS)
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .toList();
    }

    private static VerdictKind worst(List<Finding> findings) {
        Stream<VerdictKind> kinds = findings.stream().map(Finding::verdict);
        return kinds.max(Comparator.naturalOrder()).orElse(VerdictKind.INVALID);
    }
}
