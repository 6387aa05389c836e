package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.Comparison;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.VerdictKind;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ChangeTest {

    private static final Comparison PAIRS = SampleComparison.threads();

    @Test
    void moreTimeIsWorseAndMoreThroughputIsBetter() {
        assertThat(change(FindingMetric.P50, 1.05, 1.04, 1.06).direction()).isEqualTo(Change.Direction.WORSE);
        assertThat(change(FindingMetric.P50, 0.95, 0.94, 0.96).direction()).isEqualTo(Change.Direction.BETTER);
        assertThat(change(FindingMetric.THROUGHPUT, 1.05, 1.04, 1.06).direction())
                .isEqualTo(Change.Direction.BETTER);
        assertThat(change(FindingMetric.THROUGHPUT, 0.95, 0.94, 0.96).direction())
                .isEqualTo(Change.Direction.WORSE);
        assertThat(change(FindingMetric.P50, 1.01, 0.99, 1.03).direction()).isEqualTo(Change.Direction.UNCLEAR);
    }

    @Test
    void theToleranceOfAThroughputLiesBelow() {
        assertThat(change(FindingMetric.P50, 1, 1, 1).tolerated().orElseThrow()).isBetween(0.00999, 0.01001);
        assertThat(change(FindingMetric.THROUGHPUT, 1, 1, 1).tolerated().orElseThrow())
                .isBetween(-0.00991, -0.0099);
    }

    @Test
    void aChangeIsSaidInWordsThatFitItsMetric() {
        assertThat(change(FindingMetric.P50, 1.052, 1.041, 1.063).sentence(Language.ENGLISH))
                .isEqualTo("p50 is 5.2 % longer (95 % interval +4.1 to +6.3 %)");
        assertThat(change(FindingMetric.THROUGHPUT, 0.951, 0.94, 0.962).sentence(Language.ENGLISH))
                .isEqualTo("throughput is 4.9 % lower (95 % interval −6.0 to −3.8 %)");
        assertThat(change(FindingMetric.CPU_PER_REQUEST, 1, 0.99, 1.01).sentence(Language.ENGLISH))
                .isEqualTo("CPU time per request is the same (95 % interval −1.0 to +1.0 %)");
    }

    @Test
    void fromTwiceAsMuchOnAChangeIsAFactor() {
        assertThat(change(FindingMetric.P50, 3.05, 2.94, 3.17).sentence(Language.ENGLISH))
                .isEqualTo("p50 is 3.05 times as long (95 % interval 2.94 to 3.17 times)");
        assertThat(change(FindingMetric.P50, 112.44, 0.9, 131.9).sentence(Language.GERMAN))
                .isEqualTo("p50: 112-mal so lang (95-%-Intervall 0,9- bis 132-mal)");
        assertThat(change(FindingMetric.CPU_PER_REQUEST, 2, 0, Double.POSITIVE_INFINITY)
                        .sentence(Language.ENGLISH))
                .isEqualTo("CPU time per request is 2 times as high");
        assertThat(change(FindingMetric.P50, 1.99, 1.95, 2.05).sentence(Language.ENGLISH))
                .isEqualTo("p50 is 99.0 % longer (95 % interval +95.0 to +105 %)");
    }

    @Test
    void figuresThatAreNotKnownAreDashes() {
        Change few = change(FindingMetric.P50, 1.2, 0, Double.POSITIVE_INFINITY);
        assertThat(few.interval(Language.ENGLISH)).isEmpty();
        assertThat(few.sentence(Language.ENGLISH)).isEqualTo("p50 is 20.0 % longer");
        assertThat(few.direction()).isEqualTo(Change.Direction.UNCLEAR);

        Change none = change(FindingMetric.P50, Double.NaN, Double.NaN, Double.NaN);
        assertThat(none.words(Language.ENGLISH)).isEqualTo("–");
        assertThat(none.sentence(Language.ENGLISH)).isEqualTo("p50 is not known");
    }

    private static Change change(FindingMetric metric, double estimate, double low, double high) {
        return change(metric, VerdictKind.PASS, estimate, low, high);
    }

    static Change change(FindingMetric metric, VerdictKind verdict, double estimate, double low, double high) {
        return change(metric, verdict, estimate, low, high, false);
    }

    static Change change(
            FindingMetric metric, VerdictKind verdict, double estimate, double low, double high, boolean improved) {
        OptionalDouble none = OptionalDouble.empty();
        Finding finding = new Finding(
                PAIRS.scenario(),
                PAIRS.client(),
                metric,
                verdict,
                OptionalDouble.of(estimate),
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                OptionalDouble.of(0.01),
                none,
                OptionalDouble.of(0.09),
                none,
                improved,
                "a reason");
        return new Change(finding, new PairedMetric(metric, PAIRS));
    }
}
