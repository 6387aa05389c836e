package io.fetchmark.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A change as a strip for a table: no change in the middle, the interval as a bar and the estimate as a mark on it, the
 * tolerance as a dashed line.
 *
 * <pre>
 *        |   :          ===|===        +5.2 %, beyond the tolerance of 1 %
 *    no change
 * </pre>
 */
final class ChangeStrip {

    private static final double WIDTH = 96;
    private static final int HEIGHT = 12;
    /** So that strips without much change do not look like much. */
    private static final double LEAST_REACH = 0.02;

    private final double reach;

    private ChangeStrip(double reach) {
        this.reach = reach;
    }

    /** Strips of one scale, which holds all of these changes. */
    static ChangeStrip holding(List<Change> changes) {
        return new ChangeStrip(changes.stream()
                .flatMapToDouble(change -> DoubleStream.of(
                        change.low().orElse(0),
                        change.high().orElse(0),
                        change.estimate().orElse(0),
                        change.tolerated().orElse(0)))
                .map(Math::abs)
                .reduce(LEAST_REACH, Math::max));
    }

    /** The strip as SVG that means nothing without the figures beside it; empty if the change is not known. */
    Optional<String> of(Change change) {
        if (change.estimate().isEmpty()) {
            return Optional.empty();
        }
        String ink = Ink.of(change.finding().client()).className();
        Markup svg = new Markup();
        svg.open("svg", "class", "fmk-strip", "viewBox", "0 0 " + (int) WIDTH + " " + HEIGHT, "aria-hidden", "true");
        svg.leaf("path", "class", "fmk-grid", "d", "M0 " + HEIGHT / 2 + "h" + (int) WIDTH);
        svg.leaf("path", "class", "fmk-base", "d", "M" + x(0) + " 0v" + HEIGHT);
        if (change.tolerated().isPresent()) {
            svg.leaf(
                    "path",
                    "class",
                    "fmk-line fmk-black",
                    "stroke-dasharray",
                    "2 2",
                    "d",
                    "M" + x(change.tolerated().getAsDouble()) + " 0v" + HEIGHT);
        }
        if (change.hasInterval()) {
            double low = x(change.low().orElse(0));
            double width = Math.max(1, x(change.high().orElse(0)) - low);
            svg.leaf(
                    "path",
                    "class",
                    "fmk-bar " + ink,
                    "d",
                    "M" + low + " 3.5h" + ChartDrawing.tenths(width) + "v5h-" + ChartDrawing.tenths(width) + "z");
        }
        svg.leaf(
                "path",
                "class",
                "fmk-line " + ink,
                "stroke-width",
                "2.5",
                "d",
                "M" + x(change.estimate().getAsDouble()) + " 1v" + (HEIGHT - 2));
        return Optional.of(svg.close().toString());
    }

    /** Where a change lies, in tenths; the margin keeps the mark of the largest one whole. */
    private double x(double change) {
        return Math.round((WIDTH / 2 + (WIDTH / 2 - 2) * change / reach) * 10) / 10.0;
    }
}
