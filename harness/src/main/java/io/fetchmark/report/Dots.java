package io.fetchmark.report;

import java.util.List;

/**
 * Points of a chart that no line joins, each a sign of its own.
 *
 * @param filled or drawn as an outline
 * @param points each with a title; a y that is not a number is left out, one beyond the axis stands at its edge
 */
record Dots(Ink ink, Shape shape, boolean filled, List<Curve.Point> points) {

    /** What a dot looks like; one beyond the axis is a triangle that points to where it is. */
    enum Shape {
        CIRCLE,
        DIAMOND
    }

    private static final String ABOVE = "m0-5l4 7h-8z";
    private static final String BELOW = "m0 5l4-7h-8z";
    private static final String DIAMOND = "m0-4l4 4-4 4-4-4z";

    Dots {
        points = points.stream().filter(point -> Double.isFinite(point.y())).toList();
    }

    String className() {
        return "fmk-dots " + ink.className() + (filled ? "" : " fmk-hollow");
    }

    /**
     * Opens the element of a point.
     *
     * @param share where the point lies on the y axis: 0 at its start, 1 at its end
     */
    void open(Markup svg, String x, String y, double share) {
        if (share < 0 || share > 1) {
            svg.open("path", "d", "M" + x + " " + y + (share < 0 ? BELOW : ABOVE));
            return;
        }
        switch (shape) {
            case CIRCLE -> svg.open("circle", "cx", x, "cy", y, "r", "3");
            case DIAMOND -> svg.open("path", "d", "M" + x + " " + y + DIAMOND);
        }
    }
}
