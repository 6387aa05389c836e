package io.fetchmark.comparison;

import io.fetchmark.measure.SteadyStateDetector;
import io.fetchmark.measure.Units;
import io.fetchmark.measure.Unsettled;
import io.fetchmark.measure.WarmUpBounds;
import io.fetchmark.measure.WarmUpStep;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Side;
import io.fetchmark.result.WarmUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The warm-up of all instances of a comparison, step by step in turn, so that what is done beside them on the machine is
 * shared out among them. An instance is warm when it is steady and a request costs about what it costs with the others of
 * its side; one whose siblings have settled to less goes on, however level it is.
 *
 * <p>In simulation a gate makes 9.9 % of false alarms where one side lacks 10 s of warm-up of the other's, and 0.3 % with
 * 20 s, so both are given the same: each instance of the candidate has as many steps as the one of the baseline of its
 * number. Not for use by several threads.
 */
final class Warming {

    private final int instances;
    private final WarmUpBounds bounds;
    private final Map<Side, List<SteadyStateDetector>> detectors = new EnumMap<>(Side.class);
    private final int[] steps;

    /** @param instances how many of each side */
    Warming(int instances, WarmUpBounds bounds) {
        this.instances = instances;
        this.bounds = bounds;
        this.steps = new int[instances];
        for (Side side : Side.values()) {
            detectors.put(
                    side,
                    IntStream.range(0, instances)
                            .mapToObj(number -> new SteadyStateDetector())
                            .toList());
        }
    }

    /** Numbers of the instances, from 0, of which both sides need a further step; none when the warm-up is over. */
    List<Integer> open() {
        return IntStream.range(0, instances)
                .filter(number -> time(number).compareTo(bounds.least()) < 0
                        || (!isWarm(number) && time(number).compareTo(bounds.most()) < 0))
                .boxed()
                .toList();
    }

    /** How long a step is. */
    Duration step() {
        return bounds.step();
    }

    /** The step of one side; the other's is to follow. */
    void add(Side side, int number, BlockFigures figures) {
        OptionalDouble cpu = figures.targetCpuNanosPerRequest();
        detector(side, number)
                .add(new WarmUpStep(
                        bounds.step(),
                        figures.requests(),
                        figures.p50(),
                        cpu.isPresent()
                                ? OptionalDouble.of(cpu.getAsDouble() * figures.requests())
                                : OptionalDouble.empty()));
        if (side == Side.BASELINE) {
            steps[number]++;
        }
    }

    /** How it went, of the instance that took longest. */
    WarmUp outcome() {
        double seconds = IntStream.range(0, instances)
                .mapToDouble(number -> seconds(time(number)))
                .max()
                .orElse(0);
        return new WarmUp(
                seconds,
                bounds.least().isZero()
                        ? Optional.empty()
                        : Optional.of(IntStream.range(0, instances).allMatch(this::isWarm)));
    }

    /** A sentence for each instance that was not warm at the end. */
    List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        for (Side side : Side.values()) {
            for (int number = 0; number < instances && !bounds.least().isZero(); number++) {
                if (!isWarm(side, number)) {
                    cautions.add("instance " + (number + 1) + " of the "
                            + (side == Side.CANDIDATE ? "target" : "baseline")
                            + " was not steady when its warm-up ended after "
                            + Units.seconds(seconds(time(number))) + why(side, number)
                            + ", so that the comparison may be of its warm-up; a longer <warmUp> gives it more time");
                }
            }
        }
        return cautions;
    }

    private String why(Side side, int number) {
        Optional<Unsettled> unsettled = detector(side, number).unsettled();
        if (unsettled.isPresent()) {
            return ": " + unsettled.get().words();
        }
        return isAboveSiblings(side, number)
                ? ": a request cost it over a quarter more than another instance of the same program"
                : ": too few exchanges ended to tell";
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private Duration time(int number) {
        return bounds.step().multipliedBy(steps[number]);
    }

    private boolean isWarm(int number) {
        return isWarm(Side.CANDIDATE, number) && isWarm(Side.BASELINE, number);
    }

    private boolean isWarm(Side side, int number) {
        return detector(side, number).isSteady() && !isAboveSiblings(side, number);
    }

    private boolean isAboveSiblings(Side side, int number) {
        return IntStream.range(0, instances)
                .filter(other -> other != number)
                .anyMatch(other -> detector(side, number).isAbove(detector(side, other)));
    }

    private SteadyStateDetector detector(Side side, int number) {
        return detectors.getOrDefault(side, List.of()).get(number);
    }
}
