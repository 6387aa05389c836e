package io.fetchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What lies between two curves of one ink, shaded below all curves.
 *
 * @param low points in the order of x
 * @param high as many points, of the same x; where a y of either is not a number there is a gap
 */
record Ribbon(Ink ink, List<Curve.Point> low, List<Curve.Point> high) {

    Ribbon {
        if (low.size() != high.size()) {
            throw new IllegalArgumentException("no ribbon: " + low.size() + " and " + high.size() + " points");
        }
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    static Ribbon between(Curve low, Curve high) {
        return new Ribbon(high.ink(), low.points(), high.points());
    }

    String className() {
        return "fmk-ribbon " + ink.className();
    }

    /** The outlines of all its parts as data of an SVG path; empty if there is none. */
    String data(DoubleUnaryOperator x, DoubleUnaryOperator y) {
        StringBuilder data = new StringBuilder();
        List<String> there = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (int i = 0; i <= low.size(); i++) {
            if (i < low.size() && isWhole(i)) {
                there.add(point(high.get(i), x, y));
                back.add(0, point(low.get(i), x, y));
            } else {
                if (there.size() > 1) {
                    data.append('M').append(String.join("L", there));
                    data.append('L').append(String.join("L", back)).append('z');
                }
                there.clear();
                back.clear();
            }
        }
        return data.toString();
    }

    private boolean isWhole(int i) {
        return Double.isFinite(low.get(i).y()) && Double.isFinite(high.get(i).y());
    }

    private static String point(Curve.Point point, DoubleUnaryOperator x, DoubleUnaryOperator y) {
        return ChartDrawing.tenths(x.applyAsDouble(point.x())) + " " + ChartDrawing.tenths(y.applyAsDouble(point.y()));
    }
}
