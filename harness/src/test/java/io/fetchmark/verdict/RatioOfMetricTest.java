package io.fetchmark.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.RegressionMetric;
import org.junit.jupiter.api.Test;

final class RatioOfMetricTest {

    @Test
    void aChangeIsInPercentAndFromTwiceAsMuchOnAFactor() {
        assertThat(words(RegressionMetric.P50, 1.052, 1.041, 1.063))
                .isEqualTo("p50 is 5.2 % longer (95 % interval +4.1 % to +6.3 %)");
        assertThat(words(RegressionMetric.P99, 1.99, 1.9, 2.1))
                .isEqualTo("p99 is 99 % longer (95 % interval +90 % to +110 %)");
        assertThat(words(RegressionMetric.P50, 113, 96.6, 133))
                .isEqualTo("p50 is 113 times as long (95 % interval 96.6 to 133 times)");
        assertThat(words(RegressionMetric.CPU_PER_REQUEST, 2, 1.9, 2.1))
                .isEqualTo("cpuPerRequest is 2 times as high (95 % interval 1.9 to 2.1 times)");
        assertThat(words(RegressionMetric.THROUGHPUT, 0.339, 0.327, 0.355))
                .isEqualTo("throughput is 66.1 % lower (95 % interval -67.3 % to -64.5 %)");
    }

    @Test
    void anIntervalThatIsNotKnownIsLeftOut() {
        assertThat(words(RegressionMetric.P50, 3, 0, Double.POSITIVE_INFINITY)).isEqualTo("p50 is 3 times as long");
        assertThat(words(RegressionMetric.P50, 0.9, 0, Double.POSITIVE_INFINITY))
                .isEqualTo("p50 is 10 % shorter");
    }

    private static String words(RegressionMetric metric, double estimate, double low, double high) {
        return new RatioOfMetric(metric, estimate, low, high).words();
    }
}
