package io.fetchmark.report;

import io.fetchmark.history.Mismatch;
import io.fetchmark.history.Trend;
import java.util.ArrayList;
import java.util.List;
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
    static Optional<HistoryView> of(String id, Trend trend, Language language) {
        if (trend.earlier().isEmpty() && trend.others().isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(compared(trend, language));
        if (!trend.others().isEmpty()) {
            sentences.add(language.say("history-others", others(trend, language)));
        }
        List<FigureView> figures = trend.earlier().isEmpty()
                ? List.of()
                : TrendFigure.of(id, trend.newest(MOST - 1), language).stream()
                        .map(figure -> FigureView.of(figure, 4))
                        .toList();
        return Optional.of(new HistoryView(sentences, figures));
    }

    private static String compared(Trend trend, Language language) {
        int earlier = trend.earlier().size();
        if (earlier == 0) {
            return language.say("history-none");
        }
        String first = language.day(trend.earlier().get(0).start());
        if (earlier == 1) {
            return language.say("history-one", first);
        }
        return earlier < MOST
                ? language.say("history-builds", earlier, first)
                : language.say("history-newest", MOST, earlier + 1, first);
    }

    private static String others(Trend trend, Language language) {
        return trend.others().entrySet().stream()
                .map(other -> language.say(key(other.getKey()), other.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String key(Mismatch mismatch) {
        return switch (mismatch) {
            case SCENARIO -> "history-other-scenario";
            case MACHINE -> "history-other-machine";
            case LOAD -> "history-other-load";
            case TARGET -> "history-other-target";
            case DOUBT -> "history-other-doubt";
        };
    }
}
