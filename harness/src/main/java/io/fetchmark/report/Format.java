package io.fetchmark.report;

/**
 * How large a chart is drawn, in the units of its picture: those of a text of 12.5.
 *
 * @param left room for the labels of the y axis
 * @param plotWidth the rest of the width is room for the names of curves
 */
record Format(String className, int width, int height, int left, int plotWidth, int plotHeight) {

    /** A chart that fills half of a wide page. */
    static final Format LARGE = new Format("fmk-chart", 560, 310, 66, 376, 226);

    /** One of several that stand side by side. */
    static final Format SMALL = new Format("fmk-chart fmk-small", 360, 216, 60, 218, 144);

    static final int TOP = 30;

    int bottom() {
        return TOP + plotHeight;
    }
}
