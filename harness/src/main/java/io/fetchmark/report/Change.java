package io.fetchmark.report;

import io.fetchmark.result.Side;
import io.fetchmark.verdict.Finding;
import java.util.Optional;
import java.util.OptionalDouble;

/** How one metric of the target differs from the baseline's: a finding, and the pairs that it was found in. */
record Change(Finding finding, PairedMetric pairs) {

    /** The interval says for sure, or does not. */
    enum Direction {
        BETTER,
        UNCLEAR,
        WORSE
    }

    /** The relative change, 0.05 is 5 % more; absent if it is not known. */
    OptionalDouble estimate() {
        return relative(finding.estimate());
    }

    /** An interval that is known at both ends. */
    boolean hasInterval() {
        return low().isPresent() && high().isPresent();
    }

    OptionalDouble low() {
        return relative(finding.low());
    }

    OptionalDouble high() {
        return relative(finding.high());
    }

    /** The change from which on the tolerance is exceeded: below 0 where less is worse. */
    OptionalDouble tolerated() {
        double factor = 1 + finding.tolerance().orElse(Double.NaN);
        return pairs.isErrors() || !Double.isFinite(factor)
                ? OptionalDouble.empty()
                : OptionalDouble.of((pairs.isLessWorse() ? 1 / factor : factor) - 1);
    }

    Direction direction() {
        if (!hasInterval()) {
            return Direction.UNCLEAR;
        }
        if (low().getAsDouble() > 0) {
            return pairs.isLessWorse() ? Direction.BETTER : Direction.WORSE;
        }
        if (high().getAsDouble() < 0) {
            return pairs.isLessWorse() ? Direction.WORSE : Direction.BETTER;
        }
        return Direction.UNCLEAR;
    }

    /** {@code +5.2 %}, or a dash. */
    String words(Language language) {
        return estimate().isPresent() ? language.signed(estimate().getAsDouble()) : "–";
    }

    /** {@code +4.1 to +6.3 %}; empty if it is not known. */
    Optional<String> interval(Language language) {
        return hasInterval()
                ? Optional.of(language.between(low().getAsDouble(), high().getAsDouble()))
                : Optional.empty();
    }

    /**
     * {@code p50 is 5.2 % longer (95 % interval +4.1 to +6.3 %)}, or from twice as much on {@code p50 is 3.05 times as long
     * (95 % interval 2.94 to 3.17 times)}.
     */
    String sentence(Language language) {
        if (pairs.isErrors()) {
            return language.say("change-errors", typical(Side.CANDIDATE, language), typical(Side.BASELINE, language));
        }
        String who = pairs.words(language);
        if (estimate().isEmpty()) {
            return language.say("change-unknown", who);
        }
        double change = estimate().getAsDouble();
        if (change >= 1) {
            return language.say(
                    isTime() ? "change-times-long" : "change-times-high",
                    who,
                    language.factor(1 + change),
                    inBrackets(factors(language), language));
        }
        String interval = inBrackets(interval(language), language);
        return Percent.number(change).equals("0")
                ? language.say("change-same", who, interval)
                : language.say(change > 0 ? more() : less(), who, language.size(change), interval);
    }

    private Optional<String> factors(Language language) {
        return hasInterval()
                ? Optional.of(language.say(
                        "change-times",
                        language.factor(1 + low().getAsDouble()),
                        language.factor(1 + high().getAsDouble())))
                : Optional.empty();
    }

    private static String inBrackets(Optional<String> interval, Language language) {
        return interval.map(words -> language.say("change-interval", words)).orElse("");
    }

    /** What a side's blocks are like, with its unit. */
    String typical(Side side, Language language) {
        OptionalDouble value = pairs.typical(side);
        return value.isPresent() ? language.figure(finding.metric().words(value.getAsDouble())) : "–";
    }

    private String more() {
        return isTime() ? "change-longer" : "change-higher";
    }

    private String less() {
        return isTime() ? "change-shorter" : "change-lower";
    }

    private boolean isTime() {
        return switch (finding.metric()) {
            case P50, P90, P95, P99, MAX -> true;
            case MEASURED, GENERATOR, THROUGHPUT, CPU_PER_REQUEST, ERROR_RATE -> false;
        };
    }

    private static OptionalDouble relative(OptionalDouble ratio) {
        return ratio.isPresent() && Double.isFinite(ratio.getAsDouble())
                ? OptionalDouble.of(ratio.getAsDouble() - 1)
                : OptionalDouble.empty();
    }
}
