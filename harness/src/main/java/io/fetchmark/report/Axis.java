package io.fetchmark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/**
 * One axis of a chart: a range and the values that are named on it.
 *
 * @param title what it shows, with the unit where the ticks have none
 * @param min the first value; above 0 if logarithmic
 * @param max the last value, above {@code min}
 */
record Axis(String title, double min, double max, boolean logarithmic, List<Tick> ticks) {

    /** A value that is named on an axis. */
    record Tick(double value, String label) {}

    private static final int MOST_TICKS = 6;

    /** A logarithmic axis reaches so much further than it starts, and so has two ticks at least. */
    private static final double LEAST_RATIO = 3.2;

    Axis {
        if (!(min < max && (min > 0 || !logarithmic))) {
            throw new IllegalArgumentException("no range: " + min + " to " + max);
        }
        ticks = List.copyOf(ticks);
    }

    /** From 0 to a little over the largest value, with round ticks. */
    static Axis linear(String title, double[] values, DoubleFunction<String> label) {
        double largest = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
        return between(title, 0, largest > 0 ? largest * 1.05 : 1, label);
    }

    /**
     * From the one value to the other, with round ticks.
     *
     * @param min finite
     * @param max finite, above {@code min}
     */
    static Axis between(String title, double min, double max, DoubleFunction<String> label) {
        double rough = (max - min) / MOST_TICKS;
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = Arrays.stream(new double[] {1, 2, 5, 10})
                .map(factor -> factor * decade)
                .filter(candidate -> candidate >= rough)
                .findFirst()
                .orElse(10 * decade);
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(min / step); i * step <= max; i++) {
            ticks.add(new Tick(i * step, label.apply(i * step)));
        }
        return new Axis(title, min, max, false, ticks);
    }

    /** Logarithmic, with the values themselves as ticks as far as they leave room for each other. */
    static Axis stepped(String title, double[] values, DoubleFunction<String> label) {
        double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
        double min = sorted[0] / 1.2;
        double max = sorted[sorted.length - 1] * 1.2;
        List<Tick> ticks = new ArrayList<>();
        double room = Math.log(max / min) / 12;
        double last = Double.NEGATIVE_INFINITY;
        for (double value : sorted) {
            if (Math.log(value) - last >= room) {
                ticks.add(new Tick(value, label.apply(value)));
                last = Math.log(value);
            }
        }
        return new Axis(title, min, max, true, ticks);
    }

    /**
     * Of the share q of exchanges, as 1 / (1 − q): each decade is a nine more.
     *
     * @param nines how many nines there are, from 1
     * @param label a number of percent as people read it
     */
    static Axis nines(String title, double nines, UnaryOperator<String> label) {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(1, "0"));
        ticks.add(new Tick(2, "50"));
        for (int power = 1; power <= nines; power++) {
            ticks.add(new Tick(Math.pow(10, power), label.apply(label(power))));
        }
        return new Axis(title, 1, Math.pow(10, nines + 0.1), true, ticks);
    }

    private static String label(int nines) {
        return nines <= 2 ? "9".repeat(nines) + (nines == 1 ? "0" : "") : "99." + "9".repeat(nines - 2);
    }

    /** From a little below the smallest value to a little over the largest, with decades as ticks where there are some. */
    static Axis logarithmic(String title, double[] values, DoubleFunction<String> label) {
        double[] positive = Arrays.stream(values)
                .filter(value -> Double.isFinite(value) && value > 0)
                .toArray();
        double min = Arrays.stream(positive).min().orElse(1);
        double max = Arrays.stream(positive).max().orElse(10);
        double margin = Math.max(Math.pow(max / min, 0.06) * 1.05, Math.sqrt(LEAST_RATIO * min / max));
        return logarithmic(title, min / margin, max * margin, label);
    }

    /** Where a value lies: 0 at the start of the axis, 1 at its end. */
    double share(double value) {
        return logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
    }

    private static Axis logarithmic(String title, double min, double max, DoubleFunction<String> label) {
        double decades = Math.log10(max / min);
        List<Tick> ticks = new ArrayList<>();
        int every = (int) Math.ceil(decades / MOST_TICKS);
        int first = (int) Math.floor(Math.log10(min));
        int[] factors = decades > 3 ? new int[] {1} : decades > 1.2 ? new int[] {1, 3} : new int[] {1, 2, 3, 5, 7};
        for (int power = first; power <= Math.log10(max); power += every) {
            for (int factor : factors) {
                double value = factor * Math.pow(10, power);
                if (value >= min && value <= max) {
                    ticks.add(new Tick(value, label.apply(value)));
                }
            }
        }
        return new Axis(title, min, max, true, ticks);
    }
}
