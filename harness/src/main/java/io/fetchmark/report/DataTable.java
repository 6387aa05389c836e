package io.fetchmark.report;

import java.util.List;

/**
 * The figures behind a chart.
 *
 * @param caption what they are
 * @param columns the heading of each column
 * @param rows a heading and a cell for each further column
 */
record DataTable(String caption, List<String> columns, List<Row> rows) {

    /** One line of figures. */
    record Row(String heading, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
