package io.fetchmark.report;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart as SVG. XChart lays the curves into the plot; the grid and every text around it are ours, as real text: XChart
 * would turn it into outlines, and would need fonts to do so.
 *
 * <pre>
 *   title of y                          the right margin holds the names of the curves; on a
 *   |              ____ async           narrow page the style sheet cuts it off and enlarges
 *   |        _____/                     the texts
 *   |_______/__________ threads
 *    1    10    100   title of x
 * </pre>
 */
final class ChartDrawing {

    static final int WIDTH = 560;
    static final int HEIGHT = 310;
    private static final int LEFT = 66;
    private static final int TOP = 30;
    private static final int PLOT_WIDTH = 376;
    private static final int PLOT_HEIGHT = 226;
    private static final int MARKER_SIZE = 8;
    private static final int REACH = 9;
    private static final Color NONE = new Color(0, true);

    private final Chart chart;
    private final XYChart plot;

    private ChartDrawing(Chart chart) {
        this.chart = chart;
        this.plot = new XYChartBuilder().width(PLOT_WIDTH).height(PLOT_HEIGHT).build();
    }

    /**
     * Draws a chart.
     *
     * @throws RuntimeException if XChart cannot
     */
    static String svg(Chart chart) {
        return new ChartDrawing(chart).draw();
    }

    private String draw() {
        style(plot.getStyler());
        for (Curve curve : chart.curves()) {
            add(curve);
        }
        SvgGraphics graphics = new SvgGraphics(chart.id(), Ink.classes());
        graphics.translate(LEFT, TOP);
        plot.paint(graphics, PLOT_WIDTH, PLOT_HEIGHT);
        String title = chart.id() + "-title";
        String description = chart.id() + "-desc";
        Markup svg = new Markup();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "fmk-chart",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-labelledby",
                title + " " + description);
        svg.text("title", chart.title(), "id", title);
        svg.text("desc", chart.description(), "id", description);
        axes(svg);
        svg.raw(graphics.elements());
        names(svg);
        points(svg);
        return svg.close().toString();
    }

    private void style(XYStyler styler) {
        styler.setChartBackgroundColor(NONE)
                .setPlotBackgroundColor(NONE)
                .setPlotBorderVisible(false)
                .setChartTitleVisible(false)
                .setLegendVisible(false)
                .setChartPadding(0)
                .setPlotContentSize(1)
                .setMarkerSize(MARKER_SIZE);
        styler.setAxisTicksVisible(false)
                .setAxisTitlesVisible(false)
                .setPlotGridLinesVisible(false)
                .setPlotTicksMarksVisible(false)
                .setPlotMargin(0)
                // Ticks further apart than the plot is wide are none; to place some, XChart would need fonts.
                .setXAxisTickMarkSpacingHint(2 * WIDTH)
                .setYAxisTickMarkSpacingHint(2 * WIDTH)
                .setXAxisLogarithmic(chart.x().logarithmic())
                .setYAxisLogarithmic(chart.y().logarithmic())
                .setXAxisMin(chart.x().min())
                .setXAxisMax(chart.x().max())
                .setYAxisMin(chart.y().min())
                .setYAxisMax(chart.y().max());
    }

    private void add(Curve curve) {
        int number = plot.getSeriesCollection().size();
        XYSeries line = plot.addSeries("line " + number, curve.xs(), curve.ys());
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(curve.ink().colour()).setLineStyle(curve.line().stroke());
        List<Curve.Point> marked = curve.marked();
        if (!marked.isEmpty()) {
            XYSeries markers = plot.addSeries(
                    "markers " + number,
                    marked.stream().mapToDouble(Curve.Point::x).toArray(),
                    marked.stream().mapToDouble(Curve.Point::y).toArray());
            markers.setMarker(curve.ink().marker()).setMarkerColor(curve.ink().colour());
            markers.setLineStyle(SeriesLines.NONE);
        }
    }

    private void axes(Markup svg) {
        StringBuilder grid = new StringBuilder();
        int bottom = TOP + PLOT_HEIGHT;
        svg.text("text", chart.y().title(), "class", "fmk-axis", "x", "0", "y", "16");
        for (Axis.Tick tick : chart.y().ticks()) {
            String y = tenths(y(tick.value()));
            grid.append("M" + LEFT + " " + y + "h" + PLOT_WIDTH);
            svg.text("text", tick.label(), "class", "fmk-tick fmk-end", "x", "" + (LEFT - 8), "y", y);
        }
        for (Axis.Tick tick : chart.x().ticks()) {
            String x = tenths(x(tick.value()));
            grid.append("M" + x + " " + bottom + "v5");
            svg.text("text", tick.label(), "class", "fmk-tick fmk-middle", "x", x, "y", "" + (bottom + 17));
        }
        svg.text(
                "text",
                chart.x().title(),
                "class",
                "fmk-axis fmk-middle",
                "x",
                "" + (LEFT + PLOT_WIDTH / 2),
                "y",
                "" + (HEIGHT - 6));
        svg.leaf("path", "class", "fmk-grid", "d", grid.toString());
        svg.leaf("path", "class", "fmk-base", "d", "M" + LEFT + " " + bottom + "h" + PLOT_WIDTH);
    }

    private void names(Markup svg) {
        svg.open("g", "class", "fmk-names");
        for (NamePlace place : NamePlace.of(chart.curves(), this::y, TOP, TOP + PLOT_HEIGHT)) {
            svg.text(
                    "text",
                    place.name(),
                    "class",
                    "fmk-name " + place.ink().className(),
                    "x",
                    "" + (LEFT + PLOT_WIDTH + 8),
                    "y",
                    tenths(place.y()));
        }
        svg.close();
    }

    private void points(Markup svg) {
        for (Curve curve : chart.curves()) {
            for (Curve.Point point : curve.marked()) {
                svg.open(
                        "circle",
                        "class",
                        "fmk-point",
                        "cx",
                        tenths(x(point.x())),
                        "cy",
                        tenths(y(point.y())),
                        "r",
                        "" + REACH);
                svg.text("title", point.title());
                svg.close();
            }
        }
    }

    private double x(double value) {
        return LEFT + PLOT_WIDTH * chart.x().share(value);
    }

    private double y(double value) {
        return TOP + PLOT_HEIGHT * (1 - chart.y().share(value));
    }

    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? "" + tenths / 10 : "" + tenths / 10.0;
    }
}
