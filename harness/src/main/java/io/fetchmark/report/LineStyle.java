package io.fetchmark.report;

import java.awt.BasicStroke;

/** How the line of a curve is drawn, to tell two curves of one client apart. */
enum LineStyle {
    SOLID,
    DASHED,
    DOTTED;

    private static final float WIDTH = 2;

    BasicStroke stroke() {
        return switch (this) {
            case SOLID -> new BasicStroke(WIDTH);
            case DASHED -> dashed(6, 4);
            case DOTTED -> dashed(2, 3);
        };
    }

    private static BasicStroke dashed(float... dashes) {
        return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, dashes, 0);
    }
}
