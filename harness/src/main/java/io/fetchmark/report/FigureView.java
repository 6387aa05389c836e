package io.fetchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure as the page shows it.
 *
 * @param wide whether it has a row of the page for itself, with its data beside it
 * @param level of its heading
 * @param drawing SVG; empty if this machine cannot draw
 */
record FigureView(
        String title,
        String description,
        String key,
        boolean wide,
        int level,
        String drawing,
        List<LegendEntry> legend,
        DataTable data) {

    /** A client and its sign as SVG. */
    record LegendEntry(String name, String swatch) {}

    boolean drawn() {
        return !drawing.isEmpty();
    }

    /** Whether the data show without being asked for. */
    boolean open() {
        return wide || !drawn();
    }

    static FigureView of(Figure figure) {
        return of(figure, 3);
    }

    static FigureView of(Figure figure, int level) {
        Map<String, Ink> inks = new LinkedHashMap<>();
        for (Curve curve : figure.chart().curves()) {
            if (!curve.name().isEmpty()) {
                inks.put(curve.name(), curve.ink());
            }
        }
        return new FigureView(
                figure.chart().title(),
                figure.chart().description(),
                figure.key(),
                figure.wide(),
                level,
                figure.drawing().orElse(""),
                inks.entrySet().stream()
                        .map(entry -> new LegendEntry(entry.getKey(), Swatch.of(entry.getValue())))
                        .toList(),
                figure.data());
    }
}
