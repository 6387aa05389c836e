package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Load;
import io.fetchmark.result.Comparison;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class PairsFigureTest {

    private static final Comparison THREADS = SampleComparison.threads();

    @Test
    void everyPairIsADotThatSaysItsChange() throws Exception {
        Element svg = Xml.parse(ChartDrawing.svg(judged(FindingMetric.P50)));

        List<String> titles = texts(svg, "title");
        assertThat(titles.stream().filter(title -> title.startsWith("Pair ")))
                .hasSize(108)
                .doesNotHaveDuplicates()
                .allSatisfy(title -> assertThat(title).matches("Pair \\d+: ([+−]\\d+(\\.\\d+)?|0) %"));
        assertThat(texts(svg, "text")).contains("tolerance", "+5.2 %", "48 pairs", "60 on fresh starts");
    }

    @Test
    void freshStartsAndWhoCameFirstHaveSignsOfTheirOwn() {
        Chart chart = judged(FindingMetric.P50);

        assertThat(chart.dots())
                .extracting(Dots::shape)
                .containsExactly(Dots.Shape.CIRCLE, Dots.Shape.DIAMOND, Dots.Shape.CIRCLE, Dots.Shape.DIAMOND);
        assertThat(chart.dots()).extracting(Dots::filled).containsExactly(true, true, false, false);
        assertThat(chart.dots()).extracting(Dots::ink).containsOnly(Ink.VERMILION);
    }

    @Test
    void aBurstStandsAtTheEdgeAndDoesNotFlattenTheOthers() throws Exception {
        Chart chart = judged(FindingMetric.P50);
        List<Curve.Point> beyond = chart.dots().stream()
                .flatMap(dots -> dots.points().stream())
                .filter(point -> point.y() > chart.y().max())
                .toList();

        assertThat(beyond).isNotEmpty().allMatch(point -> point.y() > 0.1);
        assertThat(chart.y().max()).isLessThan(0.2);
        assertThat(ChartDrawing.svg(chart)).contains(" 30m0-5l4 7h-8z");
    }

    @Test
    void estimateIntervalToleranceAndNoiseFloorAreOnTheAxis() {
        for (FindingMetric metric : List.of(FindingMetric.P50, FindingMetric.THROUGHPUT)) {
            Chart chart = judged(metric);
            assertThat(chart.bands()).hasSize(2);
            assertThat(chart.curves())
                    .filteredOn(curve -> !curve.name().isEmpty())
                    .hasSize(2)
                    .allSatisfy(curve -> assertThat(curve.ys())
                            .matches(ys ->
                                    chart.y().share(ys[0]) > 0 && chart.y().share(ys[0]) < 1));
        }
    }

    @Test
    void withoutAVerdictThereAreThePairsAlone() {
        Chart chart =
                PairsFigure.of("c", new PairedMetric(FindingMetric.P50, THREADS), Optional.empty(), Language.ENGLISH);

        assertThat(chart.bands()).isEmpty();
        assertThat(chart.curves()).extracting(Curve::name).containsExactly("");
        assertThat(chart.description()).isEqualTo("not judged yet. Higher is worse.");
    }

    @Test
    void onePairOrEqualBlocksAreDrawn() throws Exception {
        Comparison one = PairedMetricTest.comparison(
                new Load.Closed(1),
                PairedMetricTest.pair(PairedMetricTest.block(9, 0, 7), PairedMetricTest.block(9, 0, 7)));

        Element svg = Xml.parse(ChartDrawing.svg(
                PairsFigure.of("c", new PairedMetric(FindingMetric.P50, one), Optional.empty(), Language.ENGLISH)));

        assertThat(texts(svg, "title")).contains("Pair 1: 0 %");
        assertThat(texts(svg, "text")).contains("1 pair", "0 %");
    }

    private static Chart judged(FindingMetric metric) {
        PairedMetric pairs = new PairedMetric(metric, THREADS);
        return PairsFigure.of(
                "c1",
                pairs,
                Optional.of(new Change(SampleComparison.finding(THREADS, metric, VerdictKind.REGRESSION), pairs)),
                Language.ENGLISH);
    }

    private static List<String> texts(Element svg, String tag) {
        NodeList found = svg.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
