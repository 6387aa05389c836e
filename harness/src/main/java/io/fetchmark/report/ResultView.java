package io.fetchmark.report;

import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one client measured in one scenario, as a line of the table of results.
 *
 * @param swatch SVG
 * @param strip the response times as SVG; empty if nothing was measured
 * @param figures a text each, in the order of the table
 */
record ResultView(String client, String swatch, String strip, List<String> figures) {

    static ResultView of(ScenarioResult result, TimeStrip strips, Language language) {
        TimeSummary response = result.responseTimeNanos();
        TimeSummary service = result.serviceTimeNanos();
        return new ResultView(
                result.client().label(),
                Swatch.of(Ink.of(result.client())),
                strips.of(result),
                List.of(
                        language.count(result.requests()),
                        language.count(result.failed()),
                        language.count(result.dropped()),
                        language.rate(result.throughputPerSecond()),
                        time(result, response.p50(), language),
                        time(result, response.p90(), language),
                        time(result, response.p99(), language),
                        time(result, response.max(), language),
                        time(result, service.p50(), language),
                        time(result, service.p99(), language),
                        cpu(result.clientCpuNanosPerRequest(), language),
                        cpu(result.targetCpuNanosPerRequest(), language)));
    }

    private static String time(ScenarioResult result, long nanos, Language language) {
        return result.requests() == 0 ? "–" : language.time((double) nanos);
    }

    private static String cpu(OptionalDouble nanos, Language language) {
        return nanos.isPresent() ? language.time(nanos.getAsDouble()) : "–";
    }
}
