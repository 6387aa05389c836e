package io.fetchmark.report;

import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.util.ArrayList;
import java.util.List;

/** The figures behind the charts of the pairs: the change of each metric in each pair. */
final class PairsTable {

    private PairsTable() {}

    static DataTable of(Comparison comparison, List<PairedMetric> metrics, Language language) {
        List<String> columns = new ArrayList<>(
                List.of(language.say("pairs-pair"), language.say("pairs-starts"), language.say("pairs-first")));
        metrics.forEach(metric -> columns.add(metric.metric().toString()));
        List<DataTable.Row> rows = new ArrayList<>();
        int screened = comparison.screening().size();
        for (Pair pair : comparison.screening()) {
            rows.add(row("" + (rows.size() + 1), pair, metrics, language));
        }
        for (Pair pair : comparison.confirmation()) {
            rows.add(row(language.say("pairs-again", rows.size() + 1 - screened), pair, metrics, language));
        }
        return new DataTable(language.say("pairs-caption", comparison.client()), columns, rows);
    }

    private static DataTable.Row row(String heading, Pair pair, List<PairedMetric> metrics, Language language) {
        List<String> cells = new ArrayList<>();
        cells.add(language.say("pairs-of-starts", pair.candidateStart() + 1, pair.baselineStart() + 1));
        cells.add(language.say(pair.first() == Side.CANDIDATE ? "side-candidate" : "side-baseline"));
        for (PairedMetric metric : metrics) {
            double change = metric.change(pair);
            cells.add(Double.isFinite(change) ? language.signed(change) : "–");
        }
        return new DataTable.Row(heading, cells);
    }
}
