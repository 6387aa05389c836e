package io.fetchmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Where the name of a curve stands beside the plot: as near to its end as the other names let it. */
record NamePlace(String name, Ink ink, double y) {

    private static final double LINE_HEIGHT = 16;

    /**
     * Places the names of all curves that have one.
     *
     * @param position the position of a value of the y axis
     * @param top the least position of a name
     * @param bottom the greatest one
     */
    static List<NamePlace> of(List<Curve> curves, DoubleUnaryOperator position, double top, double bottom) {
        List<NamePlace> wanted = new ArrayList<>();
        for (Curve curve : curves) {
            double[] ends = curve.points().stream()
                    .mapToDouble(Curve.Point::y)
                    .filter(Double::isFinite)
                    .toArray();
            if (!curve.name().isEmpty() && ends.length > 0) {
                wanted.add(new NamePlace(curve.name(), curve.ink(), position.applyAsDouble(ends[ends.length - 1])));
            }
        }
        wanted.sort(Comparator.comparingDouble(NamePlace::y));
        return apart(wanted, top, bottom);
    }

    /**
     * The least moved places that are a line apart: names that would overlap form a block around the mean of what they
     * want (pool adjacent violators).
     */
    private static List<NamePlace> apart(List<NamePlace> wanted, double top, double bottom) {
        List<List<NamePlace>> blocks = new ArrayList<>();
        for (NamePlace place : wanted) {
            List<NamePlace> block = new ArrayList<>(List.of(place));
            while (!blocks.isEmpty()
                    && start(blocks.get(blocks.size() - 1), top, bottom)
                                    + LINE_HEIGHT
                                            * blocks.get(blocks.size() - 1).size()
                            > start(block, top, bottom)) {
                block.addAll(0, blocks.remove(blocks.size() - 1));
            }
            blocks.add(block);
        }
        List<NamePlace> places = new ArrayList<>();
        for (List<NamePlace> block : blocks) {
            double y = start(block, top, bottom);
            for (NamePlace place : block) {
                places.add(new NamePlace(place.name, place.ink, y));
                y += LINE_HEIGHT;
            }
        }
        return places;
    }

    private static double start(List<NamePlace> block, double top, double bottom) {
        double height = LINE_HEIGHT * (block.size() - 1);
        double mean = block.stream().mapToDouble(NamePlace::y).average().orElse(top);
        return Math.max(top, Math.min(mean - height / 2, bottom - height));
    }
}
