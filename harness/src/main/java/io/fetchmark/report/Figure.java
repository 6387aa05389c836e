package io.fetchmark.report;

import java.util.Optional;

/**
 * A chart with what stands around it.
 *
 * @param wide whether it is the main figure of its scenario
 * @param key what the styles of line mean; empty if there is but one
 * @param drawing the chart as SVG; absent if this machine cannot draw
 * @param data the figures behind the chart
 */
record Figure(Chart chart, boolean wide, String key, Optional<String> drawing, DataTable data) {

    /** Draws the chart, if this machine can. */
    static Figure of(Chart chart, boolean wide, String key, DataTable data) {
        return new Figure(chart, wide, key, drawn(chart), data);
    }

    /** The chart as SVG, if this machine can draw. */
    // Without fonts AWT throws Error, InternalError or RuntimeException, as the JDK likes: see the decision on SVG.
    static Optional<String> drawn(Chart chart) {
        try {
            return Optional.of(ChartDrawing.svg(chart));
        } catch (RuntimeException | Error e) {
            return Optional.empty();
        }
    }
}
