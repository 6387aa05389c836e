package io.fetchmark.report;

import java.util.List;

/**
 * A chart before it is drawn.
 *
 * @param id letters, digits and dashes; differs within a page
 * @param title what is shown, in a few words
 * @param description what there is to see, for those who do not see it
 * @param bands below all else
 * @param ribbons above the bands
 * @param dots above all else
 */
record Chart(
        String id,
        String title,
        String description,
        Format format,
        Axis x,
        Axis y,
        List<Band> bands,
        List<Ribbon> ribbons,
        List<Curve> curves,
        List<Dots> dots) {

    Chart {
        bands = List.copyOf(bands);
        ribbons = List.copyOf(ribbons);
        curves = List.copyOf(curves);
        dots = List.copyOf(dots);
    }

    /** A large chart of curves alone. */
    Chart(String id, String title, String description, Axis x, Axis y, List<Curve> curves) {
        this(id, title, description, Format.LARGE, x, y, List.of(), List.of(), curves, List.of());
    }

    /** This chart with something shaded. */
    Chart with(List<Ribbon> shaded) {
        return new Chart(id, title, description, format, x, y, bands, shaded, curves, dots);
    }
}
