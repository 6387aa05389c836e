package io.fetchmark.export;

import io.fetchmark.history.BuildFigures;
import io.fetchmark.json.Json;
import io.fetchmark.measure.Units;
import java.util.List;
import java.util.Optional;

/**
 * A build in the generic format of github-action-benchmark: a list of entries. Which direction is better is said by the
 * action's {@code tool}, {@code customSmallerIsBetter} or {@code customBiggerIsBetter}, so there is a file for each.
 *
 * @param name of the entry, the same in every build
 * @param range how far the true value may be off, if that is known
 * @param extra shown beside the value
 * @see <a href="https://github.com/benchmark-action/github-action-benchmark#examples">github-action-benchmark</a>
 */
record GithubActionBenchmark(String name, String unit, double value, Optional<String> range, String extra) {

    /**
     * One of the two files.
     *
     * @param bigger whether bigger is better
     */
    static String of(Subject subject, boolean bigger) {
        return Json.document(subject.sound().stream()
                .flatMap(figures -> ExportedFigure.of(figures).stream()
                        .filter(figure -> figure.moreIsBetter() == bigger)
                        .map(figure -> of(subject, figures, figure)))
                .toList());
    }

    private static GithubActionBenchmark of(Subject subject, BuildFigures figures, ExportedFigure figure) {
        Optional<String> range = figure.low().isPresent() && figure.high().isPresent()
                ? Optional.of("± "
                        + Units.factor(
                                (figure.high().getAsDouble() - figure.low().getAsDouble()) / 2))
                : Optional.empty();
        List<String> extra = List.of(
                "exchanges: " + figures.requests(),
                "verdict: " + figures.verdict().map(Object::toString).orElse("none"));
        return new GithubActionBenchmark(
                subject.name(figures) + "/" + figure.name(),
                figure.unit(),
                figure.value(),
                range,
                String.join("\n", extra));
    }
}
