package io.fetchmark.report;

import io.fetchmark.plan.Client;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The chart of one metric in all pairs of a comparison: a dot a pair, in the order of measuring, at the change from the
 * baseline; with the estimate and its interval, the tolerance and the noise floor where they are known.
 *
 * <pre>
 *   +10 %  |    o      .  #
 *          | o ===o=====#======#= +5.2 %      estimate, and its interval as a band
 *          |---------------------- tolerance
 *     0 % _|_______________________
 *             48 pairs   60 again
 * </pre>
 */
final class PairsFigure {

    /** Of the pairs, this share at each end may lie beyond the axis, so that a burst does not flatten all others. */
    private static final double BEYOND = 0.04;
    /** The axis reaches beyond what it must hold by this share. */
    private static final double MARGIN = 0.12;
    /** Less would make much of nothing: one percent to each side. */
    private static final double LEAST = 0.01;

    private final PairedMetric metric;
    private final Optional<Change> change;
    private final Client client;
    private final Language language;
    private final int screened;
    private final double gap;

    private PairsFigure(PairedMetric metric, Optional<Change> change, Language language) {
        this.metric = metric;
        this.language = language;
        this.change = change;
        this.client = metric.comparison().client();
        this.screened = metric.comparison().screening().size();
        this.gap = metric.pairs().size() * 0.06;
    }

    /**
     * Draws a metric that has been measured.
     *
     * @param id of the chart
     * @param change absent if it has not been judged
     */
    static Chart of(String id, PairedMetric metric, Optional<Change> change, Language language) {
        return new PairsFigure(metric, change, language).chart(id);
    }

    private Chart chart(String id) {
        Axis y = y();
        return new Chart(
                id,
                language.say("pairs-title", metric.words(language), client),
                description(),
                Format.SMALL,
                x(),
                y,
                bands(),
                List.of(),
                curves(y),
                dots());
    }

    private String description() {
        return change.map(each -> each.sentence(language)).orElseGet(() -> language.say("pairs-open")) + ". "
                + language.say(metric.isLessWorse() ? "pairs-lower" : "pairs-higher");
    }

    private Axis x() {
        int again = metric.comparison().confirmation().size();
        List<Axis.Tick> ticks = new ArrayList<>();
        if (screened > 0) {
            ticks.add(new Axis.Tick((screened + 1) / 2.0, language.say("pairs-count", screened)));
        }
        if (again > 0) {
            ticks.add(new Axis.Tick(screened + gap + (again + 1) / 2.0, language.say("pairs-again", again)));
        }
        return new Axis(language.say("pairs-axis"), 0, screened + again + (again > 0 ? gap : 0) + 1, false, ticks);
    }

    private Axis y() {
        double[] changes = metric.changes();
        int out = (int) (changes.length * BEYOND);
        double[] shown = DoubleStream.concat(
                        Arrays.stream(changes, out, changes.length - out),
                        change.stream()
                                .flatMapToDouble(each -> DoubleStream.concat(
                                        DoubleStream.concat(each.low().stream(), each.high().stream()),
                                        DoubleStream.concat(each.estimate().stream(), each.tolerated().stream()))))
                .toArray();
        double low = Math.min(-LEAST, DoubleStream.of(shown).min().orElse(0));
        double high = Math.max(LEAST, DoubleStream.of(shown).max().orElse(0));
        double margin = (high - low) * MARGIN;
        return Axis.between(title(), low - margin, high + margin, share -> language.figure(Percent.label(share)));
    }

    private String title() {
        return language.say(metric.isErrors() ? "pairs-axis-errors" : "pairs-axis-change");
    }

    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        change.map(each -> each.finding().noiseFloor().orElse(Double.NaN))
                .filter(noise -> Double.isFinite(noise) && noise > 0 && !metric.isErrors())
                .ifPresent(noise -> bands.add(Band.noise(1 / (1 + noise) - 1, noise)));
        change.filter(each -> each.hasInterval() && !metric.isErrors())
                .ifPresent(each -> bands.add(Band.interval(
                        Ink.of(client), each.low().orElse(0), each.high().orElse(0))));
        return bands;
    }

    private List<Curve> curves(Axis y) {
        List<Curve> curves = new ArrayList<>();
        change.flatMap(each -> each.tolerated().stream().boxed().findFirst())
                .ifPresent(tolerated ->
                        curves.add(level(language.say("pairs-tolerance"), Ink.BLACK, LineStyle.DASHED, tolerated)));
        change.filter(each -> each.estimate().isPresent() && !metric.isErrors())
                .ifPresent(each -> curves.add(level(
                        each.words(language),
                        Ink.of(client),
                        LineStyle.SOLID,
                        each.estimate().orElse(0))));
        if (!metric.comparison().confirmation().isEmpty() && screened > 0) {
            double middle = screened + (gap + 1) / 2;
            curves.add(new Curve(
                    "",
                    Ink.BLACK,
                    LineStyle.DOTTED,
                    List.of(new Curve.Point(middle, y.min(), ""), new Curve.Point(middle, y.max(), ""))));
        }
        return curves;
    }

    private Curve level(String name, Ink ink, LineStyle line, double value) {
        return new Curve(
                name, ink, line, List.of(new Curve.Point(0, value, ""), new Curve.Point(x().max(), value, "")));
    }

    private List<Dots> dots() {
        List<Dots> dots = new ArrayList<>();
        for (Side first : Side.values()) {
            boolean filled = first == Side.CANDIDATE;
            dots.add(new Dots(
                    Ink.of(client),
                    Dots.Shape.CIRCLE,
                    filled,
                    points(metric.comparison().screening(), first, 0)));
            dots.add(new Dots(
                    Ink.of(client),
                    Dots.Shape.DIAMOND,
                    filled,
                    points(metric.comparison().confirmation(), first, screened)));
        }
        return dots.stream().filter(each -> !each.points().isEmpty()).toList();
    }

    private List<Curve.Point> points(List<Pair> pairs, Side first, int before) {
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).first() == first) {
                int number = before + i + 1;
                double value = metric.change(pairs.get(i));
                points.add(new Curve.Point(
                        number + (before > 0 ? gap : 0),
                        value,
                        language.say("pairs-point", number, language.signed(value))));
            }
        }
        return points;
    }
}
