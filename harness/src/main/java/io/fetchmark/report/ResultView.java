package io.fetchmark.report;

import io.fetchmark.measure.Units;
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

    static ResultView of(ScenarioResult result, TimeStrip strips) {
        TimeSummary response = result.responseTimeNanos();
        TimeSummary service = result.serviceTimeNanos();
        return new ResultView(
                result.client().label(),
                Swatch.of(Ink.of(result.client())),
                strips.of(result),
                List.of(
                        Units.count(result.requests()),
                        Units.count(result.failed()),
                        Units.count(result.dropped()),
                        Units.rate(result.throughputPerSecond()),
                        time(result, response.p50()),
                        time(result, response.p90()),
                        time(result, response.p99()),
                        time(result, response.max()),
                        time(result, service.p50()),
                        time(result, service.p99()),
                        cpu(result.clientCpuNanosPerRequest()),
                        cpu(result.targetCpuNanosPerRequest())));
    }

    private static String time(ScenarioResult result, long nanos) {
        return result.requests() == 0 ? "–" : Units.time((double) nanos);
    }

    private static String cpu(OptionalDouble nanos) {
        return nanos.isPresent() ? Units.time(nanos.getAsDouble()) : "–";
    }
}
