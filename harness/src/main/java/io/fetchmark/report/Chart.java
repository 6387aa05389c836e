package io.fetchmark.report;

import java.util.List;

/**
 * A chart before it is drawn.
 *
 * @param id letters, digits and dashes; differs within a page
 * @param title what is shown, in a few words
 * @param description what there is to see, for those who do not see it
 */
record Chart(String id, String title, String description, Axis x, Axis y, List<Curve> curves) {

    Chart {
        curves = List.copyOf(curves);
    }
}
