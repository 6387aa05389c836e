package io.fetchmark.report;

import java.util.List;

/**
 * One line of a chart.
 *
 * @param name what the curve is called where it ends; empty for no label
 * @param points in the order of x; a y that is not a number is a gap
 */
record Curve(String name, Ink ink, LineStyle line, List<Point> points) {

    /**
     * One point of a curve.
     *
     * @param title what is said of it when it is pointed at; empty if it has no marker
     */
    record Point(double x, double y, String title) {}

    Curve {
        points = List.copyOf(points);
    }

    List<Point> marked() {
        return points.stream()
                .filter(point -> !point.title().isEmpty() && Double.isFinite(point.y()))
                .toList();
    }

    double[] xs() {
        return points.stream().mapToDouble(Point::x).toArray();
    }

    double[] ys() {
        return points.stream().mapToDouble(Point::y).toArray();
    }
}
