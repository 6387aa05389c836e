package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class ChartDrawingTest {

    private static final Axis X = Axis.linear("seconds", new double[] {10}, value -> "" + (int) value);
    private static final Axis Y = Axis.logarithmic("time", new double[] {1e6, 1e9}, value -> value / 1e6 + " ms");

    @Test
    void aChartIsXmlWithANameADescriptionAndRealText() throws Exception {
        Element svg = Xml.parse(ChartDrawing.svg(chart(curve("async <&>", Ink.GREEN, 1e6, 5e6, 1e9))));

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("c1-title c1-desc");
        assertThat(svg.hasAttribute("width")).isFalse();
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 560 310");
        assertThat(texts(svg, "title")).first().isEqualTo("A title");
        assertThat(texts(svg, "desc")).containsExactly("A description");
        assertThat(texts(svg, "text")).contains("seconds", "time", "async <&>");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void pointsThatHaveATitleCanBePointedAt() throws Exception {
        Element svg = Xml.parse(ChartDrawing.svg(chart(curve("async", Ink.GREEN, 1e6, 5e6, 1e9))));

        assertThat(texts(svg, "title")).contains("point 0", "point 1", "point 2");
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
    }

    @Test
    void whatIsPointedAtLiesOnTheCurve() throws Exception {
        Element svg = Xml.parse(ChartDrawing.svg(chart(curve("async", Ink.GREEN, 1e6, 5e6, 1e9))));

        NodeList circles = svg.getElementsByTagName("circle");
        for (int i = 0; i < circles.getLength(); i++) {
            Element circle = (Element) circles.item(i);
            assertThat(lines(svg)).contains(circle.getAttribute("cx") + " " + circle.getAttribute("cy"));
        }
    }

    @Test
    void aGapInACurveIsNotDrawn() throws Exception {
        Element svg = Xml.parse(ChartDrawing.svg(chart(curve("async", Ink.GREEN, 1e6, Double.NaN, 1e9, 1e8))));

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
    }

    @Test
    void aChartWithoutACurveOrWithASinglePointIsDrawn() throws Exception {
        assertThat(Xml.parse(ChartDrawing.svg(chart())).getTagName()).isEqualTo("svg");
        assertThat(Xml.parse(ChartDrawing.svg(chart(curve("one", Ink.BLUE, 1e7))))
                        .getTagName())
                .isEqualTo("svg");
        assertThat(Xml.parse(ChartDrawing.svg(chart(curve("none", Ink.BLUE, Double.NaN))))
                        .getTagName())
                .isEqualTo("svg");
    }

    @Test
    void bandsAreCutWhereThePlotEnds() throws Exception {
        Chart chart = new Chart(
                "c1",
                "A title",
                "A description",
                Format.SMALL,
                X,
                Axis.between("change", -1, 1, Percent::label),
                List.of(Band.noise(-0.5, 0.5), Band.interval(Ink.BLUE, 0.5, 9), Band.noise(2, 3)),
                List.of(),
                List.of(),
                List.of());

        Element svg = Xml.parse(ChartDrawing.svg(chart));

        NodeList paths = svg.getElementsByTagName("path");
        assertThat(IntStream.range(0, paths.getLength())
                        .mapToObj(i -> (Element) paths.item(i))
                        .map(path -> path.getAttribute("class") + " " + path.getAttribute("d")))
                .contains("fmk-noise M60 66h218v72h-218z", "fmk-interval fmk-blue M60 30h218v36h-218z")
                .filteredOn(path -> path.startsWith("fmk-noise"))
                .hasSize(1);
    }

    @Test
    void aRibbonLiesBetweenItsCurvesAndEndsAtAGap() throws Exception {
        Curve low = curve("low", Ink.BLUE, 1, 1, Double.NaN, 1, 1);
        Curve high = curve("high", Ink.BLUE, 3, 3, 3, 2, 2);
        Ribbon ribbon = Ribbon.between(low, high);

        assertThat(ribbon.data(x -> 10 * x, y -> y)).isEqualTo("M0 3L10 3L10 1L0 1zM30 2L40 2L40 1L30 1z");
        assertThat(ChartDrawing.svg(chart(low, high).with(List.of(ribbon))))
                .satisfies(InOrder.of("class=\"fmk-ribbon fmk-blue\"", "class=\"fmk-grid\""));
    }

    @Test
    void dotsBeyondTheAxisStandAtItsEdgeAndPointAway() {
        Dots dots = new Dots(
                Ink.BLUE,
                Dots.Shape.CIRCLE,
                false,
                List.of(
                        new Curve.Point(1, 0, "within"),
                        new Curve.Point(2, 7, "above"),
                        new Curve.Point(3, -7, "below"),
                        new Curve.Point(4, Double.NaN, "nowhere")));
        Chart chart = new Chart(
                "c1",
                "A title",
                "A description",
                Format.SMALL,
                X,
                Axis.between("change", -1, 1, Percent::label),
                List.of(),
                List.of(),
                List.of(),
                List.of(dots));

        assertThat(ChartDrawing.svg(chart))
                .contains(
                        "<g class=\"fmk-dots fmk-blue fmk-hollow\"><circle cx=\"80.8\" cy=\"102\" r=\"3\"><title>within")
                .contains("<path d=\"M101.5 30m0-5l4 7h-8z\"><title>above")
                .contains("<path d=\"M122.3 174m0 5l4-7h-8z\"><title>below")
                .doesNotContain("nowhere");
    }

    @Test
    void aChartThatCannotBeDrawnLeavesItsData() {
        DataTable data = new DataTable("Data", List.of("x", "y"), List.of(new DataTable.Row("1", List.of("2 ms"))));
        Figure figure = Figure.of(chart(curve("empty", Ink.BLUE)), false, "", data);

        assertThat(figure.drawing()).isEmpty();
        StringWriter page = new StringWriter();
        Templates.named("figure").execute(FigureView.of(figure), Map.of("words", Language.ENGLISH.words()), page);
        assertThat(page.toString())
                .contains("<details open=\"\">", "<td>2 ms</td>")
                .doesNotContain("<svg");
    }

    @Test
    void everyClientHasItsOwnSign() {
        assertThat(List.of(Ink.values()))
                .extracting(Swatch::of)
                .doesNotHaveDuplicates()
                .allSatisfy(swatch -> assertThat(swatch).contains("aria-hidden").hasSizeLessThan(700));
        assertThat(Ink.classes()).hasSize(Ink.values().length);
    }

    private static Chart chart(Curve... curves) {
        return new Chart("c1", "A title", "A description", X, Y, List.of(curves));
    }

    private static Curve curve(String name, Ink ink, double... ys) {
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < ys.length; i++) {
            points.add(new Curve.Point(i, ys[i], "point " + i));
        }
        return new Curve(name, ink, LineStyle.SOLID, points);
    }

    private static String lines(Element svg) {
        NodeList found = svg.getElementsByTagName("path");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(path -> path.getAttribute("class").contains("fmk-line"))
                .map(path -> path.getAttribute("d"))
                .collect(Collectors.joining(" "));
    }

    private static List<String> texts(Element svg, String tag) {
        NodeList found = svg.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
