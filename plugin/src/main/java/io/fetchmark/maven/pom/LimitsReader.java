package io.fetchmark.maven.pom;

import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from {@code <limits>} to limits. */
final class LimitsReader {

    private LimitsReader() {}

    static List<Limit> read(Place scenario, @Nullable LimitsElement element) {
        if (element == null) {
            return List.of();
        }
        Place place = scenario.child("limits");
        return Arrays.stream(LimitMetric.values())
                .flatMap(metric -> place
                        .read(
                                metric.label(),
                                text(element, metric),
                                Optional.<Limit>empty(),
                                text -> Optional.of(new Limit(metric, value(metric.kind(), text))))
                        .stream())
                .toList();
    }

    private static @Nullable String text(LimitsElement element, LimitMetric metric) {
        return switch (metric) {
            case P50 -> element.p50;
            case P99 -> element.p99;
            case MAX -> element.max;
            case ERROR_RATE -> element.errorRate;
            case THROUGHPUT -> element.throughput;
        };
    }

    private static double value(LimitMetric.Kind kind, String text) {
        return switch (kind) {
            case TIME -> Durations.parse(text).toNanos();
            case SHARE -> Numbers.share(text);
            case RATE -> Numbers.real(text);
        };
    }
}
