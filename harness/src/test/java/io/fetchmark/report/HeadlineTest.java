package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HeadlineTest {

    @Test
    void saysHowManyOfHowMany() {
        assertThat(Headline.of(verdict(VerdictKind.PASS))).isEqualTo("PASS: no limit set, 1 result");
        assertThat(Headline.of(verdict(VerdictKind.PASS, VerdictKind.PASS)))
                .isEqualTo("PASS: the only limit kept, 1 result");
        assertThat(Headline.of(verdict(VerdictKind.PASS, VerdictKind.PASS, VerdictKind.PASS)))
                .isEqualTo("PASS: all 2 limits kept, 1 result");
        assertThat(Headline.of(verdict(VerdictKind.PASS, VerdictKind.LIMIT_BROKEN, VerdictKind.PASS)))
                .isEqualTo("LIMIT_BROKEN: 1 of 2 limits broken");
        assertThat(Headline.of(verdict(VerdictKind.INVALID))).isEqualTo("INVALID: 1 of 1 finding could not be judged");
        assertThat(Headline.of(verdict(VerdictKind.INCONCLUSIVE)))
                .isEqualTo("INCONCLUSIVE: 1 of 1 finding not certain");
        assertThat(Headline.of(Verdict.of(List.of()))).isEqualTo("INVALID: there is nothing to judge");
    }

    @Test
    void tellsLimitsFromComparisons() {
        assertThat(Headline.of(compared(VerdictKind.PASS)))
                .isEqualTo("PASS: the only figure no worse than the baseline, 0 results");
        assertThat(Headline.of(compared(VerdictKind.PASS, VerdictKind.PASS)))
                .isEqualTo("PASS: all 2 figures no worse than the baseline, 0 results");
        assertThat(Headline.of(compared(VerdictKind.PASS, VerdictKind.REGRESSION)))
                .isEqualTo("REGRESSION: 1 of 2 figures worse than the baseline");
        assertThat(Headline.of(SampleRun.verdict()))
                .isEqualTo("LIMIT_BROKEN: 1 of 3 limits broken, 2 of 8 figures worse than the baseline");
    }

    private static Verdict compared(VerdictKind... kinds) {
        return Verdict.of(Arrays.stream(kinds)
                .map(kind -> SampleComparison.finding(SampleComparison.async(), FindingMetric.P50, kind))
                .toList());
    }

    /** The first is about being measured, the others are about limits. */
    private static Verdict verdict(VerdictKind first, VerdictKind... others) {
        return Verdict.of(Stream.concat(
                        Stream.of(finding(FindingMetric.MEASURED, first)),
                        Arrays.stream(others).map(kind -> finding(FindingMetric.P99, kind)))
                .toList());
    }

    static Finding finding(FindingMetric metric, VerdictKind kind) {
        return finding("home-page", metric, kind, "a reason");
    }

    static Finding finding(String scenario, FindingMetric metric, VerdictKind kind, String reason) {
        OptionalDouble none = OptionalDouble.empty();
        return new Finding(scenario, Client.ASYNC, metric, kind, none, none, none, none, none, none, none, reason);
    }
}
