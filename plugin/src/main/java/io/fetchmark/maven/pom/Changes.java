package io.fetchmark.maven.pom;

import io.fetchmark.plan.Gated;
import io.fetchmark.plan.RegressionMetric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Changes of metrics as a POM has them: one for all metrics, some by name, or both, as in {@code 1%, p99=5%}.
 *
 * @param regression the place of the element above
 * @param element its name
 * @param text null if there is no such element
 */
record Changes(Place regression, String element, @Nullable String text) {

    private static final String ALL = "";

    /**
     * The metrics, each with the change that is its own, else with the one that is for all. The error rate has none but
     * by name.
     *
     * @param change makes a metric with such a change
     */
    List<Gated> applied(List<Gated> metrics, BiFunction<Gated, Double, Gated> change) {
        Map<String, String> parts =
                parts(metrics.stream().map(gated -> gated.metric().toString()).toList());
        return metrics.stream()
                .map(gated -> regression.read(
                        element,
                        part(parts, gated.metric()),
                        gated,
                        part -> change.apply(gated, Numbers.share(afterName(part)))))
                .toList();
    }

    private Map<String, String> parts(List<String> metrics) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text == null ? List.<String>of() : Place.parts(text.trim())) {
            String name =
                    part.contains("=") ? part.substring(0, part.indexOf('=')).trim() : ALL;
            if (!name.equals(ALL) && !metrics.contains(name)) {
                problem("must name a metric that is judged, of " + Place.listing(metrics), part);
            } else if (parts.putIfAbsent(name, part) != null) {
                problem("must have one change for all metrics and one for each at most", part);
            }
        }
        return parts;
    }

    private void problem(String reason, String part) {
        regression.problem(element, reason + ", was " + part);
    }

    private static @Nullable String part(Map<String, String> parts, RegressionMetric metric) {
        String own = parts.get(metric.toString());
        return own == null && metric != RegressionMetric.ERROR_RATE ? parts.get(ALL) : own;
    }

    private static String afterName(String part) {
        return part.substring(part.indexOf('=') + 1).trim();
    }
}
