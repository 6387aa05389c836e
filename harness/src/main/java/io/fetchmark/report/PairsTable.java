package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import java.util.ArrayList;
import java.util.List;

/** The figures behind the charts of the pairs: the change of each metric in each pair. */
final class PairsTable {

    private PairsTable() {}

    static DataTable of(Comparison comparison, List<PairedMetric> metrics) {
        List<String> columns = new ArrayList<>(List.of("Pair", "Starts", "First"));
        metrics.forEach(metric -> columns.add(metric.metric().toString()));
        List<DataTable.Row> rows = new ArrayList<>();
        int screened = comparison.screening().size();
        for (Pair pair : comparison.screening()) {
            rows.add(row("" + (rows.size() + 1), pair, metrics));
        }
        for (Pair pair : comparison.confirmation()) {
            rows.add(row(Units.count(rows.size() + 1 - screened) + " on fresh starts", pair, metrics));
        }
        return new DataTable("Change from the baseline in each pair, " + comparison.client(), columns, rows);
    }

    private static DataTable.Row row(String heading, Pair pair, List<PairedMetric> metrics) {
        List<String> cells = new ArrayList<>();
        cells.add((pair.candidateStart() + 1) + " and " + (pair.baselineStart() + 1));
        cells.add(pair.first().toString());
        for (PairedMetric metric : metrics) {
            double change = metric.change(pair);
            cells.add(Double.isFinite(change) ? Percent.signed(change) : "–");
        }
        return new DataTable.Row(heading, cells);
    }
}
