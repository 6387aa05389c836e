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

    private static final int MARKER_SIZE = 8;
    private static final int REACH = 9;
    private static final Color NONE = new Color(0, true);

    private final Chart chart;
    private final Format format;
    private final XYChart plot;

    private ChartDrawing(Chart chart) {
        this.chart = chart;
        this.format = chart.format();
        this.plot = new XYChartBuilder()
                .width(format.plotWidth())
                .height(format.plotHeight())
                .build();
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
        graphics.translate(format.left(), Format.TOP);
        plot.paint(graphics, format.plotWidth(), format.plotHeight());
        String title = chart.id() + "-title";
        String description = chart.id() + "-desc";
        Markup svg = new Markup();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                format.className(),
                "viewBox",
                "0 0 " + format.width() + " " + format.height(),
                "role",
                "img",
                "aria-labelledby",
                title + " " + description);
        svg.text("title", chart.title(), "id", title);
        svg.text("desc", chart.description(), "id", description);
        bands(svg);
        ribbons(svg);
        axes(svg);
        svg.raw(graphics.elements());
        names(svg);
        points(svg);
        dots(svg);
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
                .setXAxisTickMarkSpacingHint(2 * format.width())
                .setYAxisTickMarkSpacingHint(2 * format.width())
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

    private void bands(Markup svg) {
        for (Band band : chart.bands()) {
            double top = Math.max(Format.TOP, y(band.high()));
            double bottom = Math.min(format.bottom(), y(band.low()));
            if (top < bottom) {
                String height = tenths(bottom - top);
                String data = "M" + format.left() + " " + tenths(top) + "h" + format.plotWidth() + "v" + height + "h-"
                        + format.plotWidth() + "z";
                svg.leaf("path", "class", band.className(), "d", data);
            }
        }
    }

    private void ribbons(Markup svg) {
        for (Ribbon ribbon : chart.ribbons()) {
            svg.leaf("path", "class", ribbon.className(), "d", ribbon.data(this::x, this::y));
        }
    }

    private void axes(Markup svg) {
        StringBuilder grid = new StringBuilder();
        int left = format.left();
        int bottom = format.bottom();
        svg.text("text", chart.y().title(), "class", "fmk-axis", "x", "0", "y", "16");
        for (Axis.Tick tick : chart.y().ticks()) {
            String y = tenths(y(tick.value()));
            grid.append("M" + left + " " + y + "h" + format.plotWidth());
            svg.text("text", tick.label(), "class", "fmk-tick fmk-end", "x", "" + (left - 8), "y", y);
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
                "" + (left + format.plotWidth() / 2),
                "y",
                "" + (format.height() - 6));
        svg.leaf("path", "class", "fmk-grid", "d", grid.toString());
        svg.leaf("path", "class", "fmk-base", "d", "M" + left + " " + tenths(base()) + "h" + format.plotWidth());
    }

    private void names(Markup svg) {
        svg.open("g", "class", "fmk-names");
        for (NamePlace place : NamePlace.of(chart.curves(), this::y, Format.TOP, format.bottom())) {
            svg.text(
                    "text",
                    place.name(),
                    "class",
                    "fmk-name " + place.ink().className(),
                    "x",
                    "" + (format.left() + format.plotWidth() + 8),
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

    private void dots(Markup svg) {
        for (Dots dots : chart.dots()) {
            svg.open("g", "class", dots.className());
            for (Curve.Point point : dots.points()) {
                double share = chart.y().share(point.y());
                double y = Format.TOP + format.plotHeight() * (1 - Math.max(0, Math.min(1, share)));
                dots.open(svg, tenths(x(point.x())), tenths(y), share);
                svg.text("title", point.title());
                svg.close();
            }
            svg.close();
        }
    }

    private double x(double value) {
        return format.left() + format.plotWidth() * chart.x().share(value);
    }

    private double y(double value) {
        return Format.TOP + format.plotHeight() * (1 - chart.y().share(value));
    }

    /** Where 0 is, if the axis passes through it; its start otherwise. */
    private double base() {
        return chart.y().logarithmic() || chart.y().min() >= 0 || chart.y().max() <= 0 ? format.bottom() : y(0);
    }

    static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? "" + tenths / 10 : "" + tenths / 10.0;
    }
}
