package io.fetchmark.report;

/**
 * A part of the y axis that is shaded over the whole width of a chart, below its curves.
 *
 * @param low may be below the axis
 * @param high at least {@code low}; may be above the axis
 */
record Band(String className, double low, double high) {

    Band {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no band: " + low + " to " + high);
        }
    }

    /** Where the true value of what an ink draws is likely to be. */
    static Band interval(Ink ink, double low, double high) {
        return new Band("fmk-interval " + ink.className(), low, high);
    }

    /** Where values differ by chance alone. */
    static Band noise(double low, double high) {
        return new Band("fmk-noise", low, high);
    }
}
