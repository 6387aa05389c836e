package io.fetchmark.report;

import java.awt.geom.Line2D;

/** The sign of a client in legends and tables: a short line with its marker, as on the charts. */
final class Swatch {

    private static final int WIDTH = 26;
    private static final int HEIGHT = 12;
    private static final int MARKER_SIZE = 8;

    private Swatch() {}

    /** The sign as SVG that means nothing without the name beside it. */
    static String of(Ink ink) {
        SvgGraphics graphics = new SvgGraphics("fmk-swatch", Ink.classes());
        graphics.setColor(ink.colour());
        graphics.setStroke(LineStyle.SOLID.stroke());
        graphics.draw(new Line2D.Double(0, HEIGHT / 2.0, WIDTH, HEIGHT / 2.0));
        ink.marker().paint(graphics, WIDTH / 2.0, HEIGHT / 2.0, MARKER_SIZE);
        Markup svg = new Markup();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "fmk-swatch",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "aria-hidden",
                "true");
        return svg.raw(graphics.elements()).close().toString();
    }
}
