package io.fetchmark.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a scenario is held against the baseline. The error rate always is, whether it is named or not: a target that fails
 * at once is fast.
 *
 * @param metrics each at most once, at least one
 * @param starts how often each side is started, 1 to 8: each start has a speed of its own
 * @param budget the most time that is spent on measuring, without warm-up and confirmation, 5 s to 1 h
 */
public record Regression(List<Gated> metrics, int starts, Duration budget) {

    public static final int DEFAULT_STARTS = 2;
    public static final Duration DEFAULT_BUDGET = Duration.ofSeconds(60);

    private static final int MOST_STARTS = 8;
    private static final Duration LEAST_BUDGET = Duration.ofSeconds(5);
    private static final Duration MOST_BUDGET = Duration.ofHours(1);

    public Regression {
        List<RegressionMetric> named = metrics.stream().map(Gated::metric).toList();
        if (named.isEmpty()) {
            throw new InvalidValue("metrics", "must name at least one metric, was empty");
        }
        if (named.stream().distinct().count() < named.size()) {
            throw new InvalidValue("metrics", "must name each metric once, was " + named);
        }
        metrics = named.contains(RegressionMetric.ERROR_RATE) ? List.copyOf(metrics) : withErrorRate(metrics);
        if (starts < 1 || starts > MOST_STARTS) {
            throw new InvalidValue("starts", "must be from 1 to " + MOST_STARTS + ", was " + starts);
        }
        if (budget.compareTo(LEAST_BUDGET) < 0 || budget.compareTo(MOST_BUDGET) > 0) {
            throw new InvalidValue("budget", "must be from 5s to 1h, was " + Durations.format(budget));
        }
    }

    /** These metrics with two starts of each side and a budget of 60 s. */
    public static Regression of(Gated... metrics) {
        return new Regression(List.of(metrics), DEFAULT_STARTS, DEFAULT_BUDGET);
    }

    /**
     * Checks that one side of the comparison can be compared so.
     *
     * @throws InvalidValue if it cannot
     */
    void checkAgainst(TargetSpec side, RuntimeChoice runtime) {
        List<RegressionMetric> named = metrics.stream().map(Gated::metric).toList();
        if (side instanceof UrlSpec && named.contains(RegressionMetric.CPU_PER_REQUEST)) {
            throw new InvalidValue(
                    "regression", "cannot judge cpuPerRequest of a <url>, which is not metered, was " + named);
        }
        if (runtime == RuntimeChoice.PROCESS && side instanceof JarSpec && starts > 1) {
            throw new InvalidValue(
                    "regression",
                    "must have <starts>1</starts> where a <jar> is a process of this machine, as its starts would need"
                            + " the same port, was " + starts);
        }
    }

    private static List<Gated> withErrorRate(List<Gated> metrics) {
        List<Gated> all = new ArrayList<>(metrics);
        all.add(RegressionMetric.ERROR_RATE.gated());
        return List.copyOf(all);
    }
}
