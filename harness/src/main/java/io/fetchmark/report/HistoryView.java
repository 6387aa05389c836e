package io.fetchmark.report;

import io.fetchmark.history.Trend;
import io.fetchmark.measure.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The builds before this one, as the page shows them in a scenario.
 *
 * @param sentences which builds there are, and which of them are not drawn
 */
record HistoryView(List<String> sentences, List<FigureView> figures) {

    /** As many builds as a chart shows at most: a page of twenty scenarios and five clients stays below 5 MB. */
    private static final int MOST = 50;

    boolean hasFigures() {
        return !figures.isEmpty();
    }

    /**
     * Of a trend; nothing if there was no build before.
     *
     * @param id starts the ids of its charts
     */
    static Optional<HistoryView> of(String id, Trend trend) {
        if (trend.earlier().isEmpty() && trend.others().isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(compared(trend));
        if (!trend.others().isEmpty()) {
            sentences.add("Not on the charts, as they cannot be compared with this build: " + others(trend) + ".");
        }
        List<FigureView> figures = trend.earlier().isEmpty()
                ? List.of()
                : TrendFigure.of(id, trend.newest(MOST - 1)).stream()
                        .map(figure -> FigureView.of(figure, 4))
                        .toList();
        return Optional.of(new HistoryView(sentences, figures));
    }

    private static String compared(Trend trend) {
        int earlier = trend.earlier().size();
        if (earlier == 0) {
            return "There is no earlier build that can be compared with this one, so there is no trend yet.";
        }
        String first = TrendAxis.day(trend.earlier().get(0));
        if (earlier == 1) {
            return "One earlier build, of " + first + ", and this one.";
        }
        return earlier < MOST
                ? Units.count(earlier) + " earlier builds since " + first + ", and this one at the end."
                : "The newest " + MOST + " of " + Units.count(earlier + 1) + " builds since " + first
                        + ", this one at the end.";
    }

    private static String others(Trend trend) {
        return trend.others().entrySet().stream().map(HistoryView::other).collect(Collectors.joining(", "));
    }

    private static String other(Map.Entry<String, Integer> other) {
        return Units.count(other.getValue()) + (other.getValue() == 1 ? " build " : " builds ") + other.getKey();
    }
}
