package io.fetchmark.report;

import io.fetchmark.measure.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The percentiles of some times, as a curve and as a row of figures. The share q of exchanges lies at 1 / (1 − q) of a
 * logarithmic axis, so that 99 % and 99.9 % are as far apart as 90 % and 99 %: the slow tail is where the news is.
 */
final class PercentileCurve {

    private static final double[] SHARES = {0.5, 0.9, 0.99, 0.999, 0.9999, 1};
    /** Points of a curve for each nine. */
    private static final int DENSITY = 8;
    /** 99.999 %: more nines would crowd the axis. */
    private static final double MOST_NINES = 5;

    private PercentileCurve() {}

    /**
     * The axis of the shares.
     *
     * @param most of how many exchanges the longest curve is
     */
    static Axis axis(long most, Language language) {
        return Axis.nines(
                language.say("percentiles-axis"),
                Math.max(1, Math.min(MOST_NINES, Math.log10((double) most))),
                language::figure);
    }

    /** The headings of the rows, the first of which says whose times they are. */
    static List<String> columns(String who, Language language) {
        return List.of(
                who,
                "50 %",
                "90 %",
                "99 %",
                language.figure("99.9 %"),
                language.figure("99.99 %"),
                language.say("max"));
    }

    /**
     * The curve of some times.
     *
     * @param who has them
     * @param name stands where the curve ends; a curve without one has no marked points
     */
    static Curve of(String who, String name, Ink ink, LineStyle line, Distribution times, Language language) {
        List<Curve.Point> points = new ArrayList<>();
        double nines = Math.log10((double) Math.max(1, times.count()));
        double shown = Math.min(MOST_NINES, nines);
        for (int i = 0; i < shown * DENSITY; i++) {
            double x = Math.pow(10, (double) i / DENSITY);
            boolean named = !name.isEmpty() && i > 0 && i % DENSITY == 0;
            points.add(point(who, x, times.quantile(1 - 1 / x), named, language));
        }
        // All but one of n exchanges are at 1 − 1 / n, and there the slowest one stands.
        long last = nines > shown ? times.quantile(1 - Math.pow(10, -shown)) : times.max();
        points.add(point(who, Math.pow(10, shown), last, false, language));
        return new Curve(name, ink, line, points);
    }

    private static Curve.Point point(String who, double x, long nanos, boolean named, Language language) {
        String title = named
                ? language.say("percentiles-point", who, language.share(1 - 1 / x), language.time((double) nanos))
                : "";
        return new Curve.Point(x, nanos > 0 ? (double) nanos : Double.NaN, title);
    }

    /** The quantiles that {@link #columns} name, in nanoseconds. */
    static double[] times(Distribution times) {
        return Arrays.stream(SHARES).map(share -> times.quantile(share)).toArray();
    }

    static DataTable.Row row(String heading, Distribution times, Language language) {
        return new DataTable.Row(
                heading, Arrays.stream(times(times)).mapToObj(language::time).toList());
    }
}
