package io.fetchmark.plan;

/**
 * An absolute limit of a scenario, the same for each of its clients.
 *
 * @param metric what is limited
 * @param value the limit, in the unit of the metric: nanoseconds above 0, a share from 0 to 1, or a rate above 0
 */
public record Limit(LimitMetric metric, double value) {

    /** The limit of the error rate that is in force in a scenario without one of its own: 1 %. */
    public static final Limit DEFAULT_ERROR_RATE = new Limit(LimitMetric.ERROR_RATE, 0.01);

    public Limit {
        boolean allowed = switch (metric.kind()) {
            case TIME, RATE -> value > 0 && Double.isFinite(value);
            case SHARE -> value >= 0 && value <= 1;
        };
        if (!allowed) {
            throw new InvalidValue(
                    metric.label(),
                    (metric.kind() == LimitMetric.Kind.SHARE
                                    ? "must be from 0% to 100%, was "
                                    : "must be positive, was ")
                            + value);
        }
    }

    /** Whether a measured value, in the unit of the metric, keeps this limit. */
    public boolean keptBy(double measured) {
        return metric.keeps(measured, value);
    }
}
