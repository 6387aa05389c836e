package io.fetchmark.report;

import io.fetchmark.plan.Client;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import java.util.List;

/**
 * Response times as a strip for a table: median, 99th percentile and longest on a logarithmic scale that all strips of a
 * page share.
 *
 * <pre>
 *        |======------|
 *       p50    p99   max
 * </pre>
 */
final class TimeStrip {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 12;
    /** Half of the widest mark, so that it is whole at both ends. */
    private static final double MARGIN = 2;

    private final double least;
    private final double most;

    private TimeStrip(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** Strips of one scale, which holds all of these results. */
    static TimeStrip holding(List<ScenarioResult> results) {
        List<TimeSummary> times = results.stream()
                .filter(result -> result.requests() > 0)
                .map(ScenarioResult::responseTimeNanos)
                .toList();
        double least = times.stream().mapToDouble(TimeSummary::p50).min().orElse(1);
        double most = times.stream().mapToDouble(TimeSummary::max).max().orElse(1);
        // Equal times would have no scale.
        return new TimeStrip(Math.max(1, least), Math.max(2 * Math.max(1, least), most));
    }

    /** The strip as SVG that means nothing without the figures beside it; empty if nothing was measured. */
    String of(ScenarioResult result) {
        return result.requests() == 0 ? "" : svg(result.client(), result.responseTimeNanos());
    }

    private String svg(Client client, TimeSummary times) {
        String ink = Ink.of(client).className();
        String line = "fmk-line " + ink;
        String p50 = ChartDrawing.tenths(x(times.p50()));
        String toP99 = ChartDrawing.tenths(x(times.p99()) - x(times.p50()));
        String toMax = ChartDrawing.tenths(x(times.max()) - x(times.p50()));
        Markup svg = new Markup();
        svg.open("svg", "class", "fmk-strip", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "aria-hidden", "true");
        svg.leaf("path", "class", "fmk-grid", "d", "M0 " + HEIGHT / 2 + "h" + WIDTH);
        svg.leaf("path", "class", line, "d", "M" + p50 + " 6h" + toMax + "m0-3v6");
        svg.leaf("path", "class", "fmk-bar " + ink, "d", "M" + p50 + " 3.5h" + toP99 + "v5H" + p50 + "z");
        svg.leaf("path", "class", line, "stroke-width", "2.5", "d", "M" + p50 + " 1v10");
        return svg.close().toString();
    }

    private double x(long nanos) {
        double share = Math.log(Math.max(1, nanos / least)) / Math.log(most / least);
        return MARGIN + (WIDTH - 2 * MARGIN) * share;
    }
}
