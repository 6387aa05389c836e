package io.fetchmark.export;

import io.fetchmark.history.BuildFigures;
import io.fetchmark.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A build in the Bencher Metric Format: for each benchmark, its measures, each with a {@code value} and, where it is known,
 * the interval from {@code lower_value} to {@code upper_value}. A measure that Bencher does not know yet it makes.
 *
 * @see <a href="https://bencher.dev/docs/reference/bencher-metric-format/">Bencher Metric Format</a>
 */
final class BencherReport {

    private BencherReport() {}

    static String of(Subject subject) {
        Map<String, Map<String, Map<String, Double>>> benchmarks = new LinkedHashMap<>();
        for (BuildFigures figures : subject.sound()) {
            Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
            ExportedFigure.of(figures).forEach(figure -> measures.put(figure.name(), metric(figure)));
            benchmarks.put(subject.name(figures), measures);
        }
        return Json.document(benchmarks);
    }

    private static Map<String, Double> metric(ExportedFigure figure) {
        Map<String, Double> metric = new LinkedHashMap<>();
        metric.put("value", figure.value());
        figure.low().ifPresent(low -> metric.put("lower_value", low));
        figure.high().ifPresent(high -> metric.put("upper_value", high));
        return metric;
    }
}
