package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import io.fetchmark.verdict.FindingMetric;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PairedMetricTest {

    @Test
    void theChangeOfAPairIsThatOfItsTwoBlocks() {
        PairedMetric p50 = metric(FindingMetric.P50, pair(block(100, 0, 1_050_000), block(100, 0, 1_000_000)));

        assertThat(p50.change(p50.pairs().get(0))).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void aSideIsAsItsMedianBlock() {
        PairedMetric p50 = metric(
                FindingMetric.P50,
                pair(block(100, 0, 3), block(100, 0, 10)),
                pair(block(100, 0, 1000), block(100, 0, 20)),
                pair(block(100, 0, 1), block(100, 0, 0)));

        assertThat(p50.typical(Side.CANDIDATE)).hasValue(3);
        assertThat(p50.typical(Side.BASELINE)).hasValue(15);
        assertThat(p50.changes()).hasSize(2);
    }

    @Test
    void errorsAreTheShareOfAllBlocksAndTheirChangeIsADifference() {
        PairedMetric errors = metric(
                FindingMetric.ERROR_RATE,
                pair(block(100, 2, 1), block(100, 0, 1)),
                pair(block(300, 0, 1), block(100, 0, 1)));

        assertThat(errors.typical(Side.CANDIDATE)).hasValue(0.005);
        assertThat(errors.typical(Side.BASELINE)).hasValue(0);
        assertThat(errors.changes()).containsExactly(0, 0.02);
        assertThat(errors.isMeasured()).isTrue();
    }

    @Test
    void droppedArrivalsAreNotMoreThanAll() {
        PairedMetric errors = metric(FindingMetric.ERROR_RATE, pair(block(10, 40, 1), block(10, 0, 1)));

        assertThat(errors.typical(Side.CANDIDATE)).hasValue(1);
    }

    @Test
    void withoutAnErrorThereIsNothingToSeeOfErrors() {
        assertThat(metric(FindingMetric.ERROR_RATE, pair(block(9, 0, 1), block(9, 0, 1)))
                        .isMeasured())
                .isFalse();
    }

    @Test
    void anOpenLoadHasTheThroughputOfItsArrivals() {
        Pair pair = pair(block(100, 0, 5), block(100, 0, 5));

        assertThat(PairedMetric.usual(comparison(new Load.Closed(1), pair)))
                .extracting(PairedMetric::metric)
                .containsExactly(FindingMetric.P50, FindingMetric.P90, FindingMetric.P99, FindingMetric.THROUGHPUT);
        assertThat(PairedMetric.usual(comparison(new Load.Open(9, Arrivals.POISSON), pair)))
                .extracting(PairedMetric::metric)
                .containsExactly(FindingMetric.P50, FindingMetric.P90, FindingMetric.P99);
    }

    private static PairedMetric metric(FindingMetric metric, Pair... pairs) {
        return new PairedMetric(metric, comparison(new Load.Closed(1), pairs));
    }

    static Comparison comparison(Load load, Pair... pairs) {
        return new Comparison("home", Client.ASYNC, load, 0.35, 96, List.of(pairs), 0, List.of(), List.of(), List.of());
    }

    static Pair pair(BlockFigures candidate, BlockFigures baseline) {
        return new Pair(Side.CANDIDATE, 0, 0, candidate, baseline);
    }

    static BlockFigures block(long requests, long failed, long nanos) {
        return new BlockFigures(
                requests,
                failed,
                requests,
                nanos,
                nanos,
                nanos,
                nanos,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }
}
