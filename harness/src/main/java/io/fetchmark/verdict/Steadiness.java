package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetSlice;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Whether a client and its target were warm when they were measured: their CPU time a request in the first third of the measured time, in the
 * second and in the last. Ladders are left out, as their steps differ; so is a load too light for these figures to be
 * more than what the JVM does beside it.
 */
final class Steadiness {

    private static final double FELL_TO = 0.75;
    private static final double ON_THE_WAY = 0.95;
    private static final double LEAST_CPU_SHARE = 0.3;
    private static final double LEAST_TARGET_SHARE = 0.05;
    private static final int LEAST_REQUESTS = 300;
    private static final int THIRDS = 3;

    private Steadiness() {}

    /** A sentence if the client was still getting faster. */
    static Optional<String> ofClient(ScenarioResult result) {
        boolean light = result.generator()
                .filter(generator -> generator.cpuShare() >= LEAST_CPU_SHARE)
                .isEmpty();
        return light
                ? Optional.empty()
                : fall(result, SliceSummary::cpuNanos)
                        .map(fall -> "the client was still getting faster while it was measured: a request took "
                                + Units.time(fall.begin()) + " of its CPU time in the first third and "
                                + Units.time(fall.end()) + " in the last; set a longer <warmUp>");
    }

    /** A sentence if the target was still getting cheaper. */
    static Optional<String> ofTarget(ScenarioResult result) {
        List<SliceSummary> slices = whole(result.measuredSlices());
        double seconds = slices.stream().mapToDouble(SliceSummary::seconds).sum();
        double busy = slices.stream().mapToLong(Steadiness::targetCpu).sum() / 1e9;
        boolean told = slices.stream().allMatch(slice -> slice.target().isPresent());
        return !told || busy < LEAST_TARGET_SHARE * seconds
                ? Optional.empty()
                : fall(result, Steadiness::targetCpu)
                        .map(fall -> "the target was still warming up while it was measured: a request took "
                                + Units.time(fall.begin()) + " of its CPU time in the first third and "
                                + Units.time(fall.end()) + " in the last; set a longer <warmUp>");
    }

    private static long targetCpu(SliceSummary slice) {
        return slice.target().map(TargetSlice::cpuNanos).orElse(0L);
    }

    /** What a request took in the first third and in the last. */
    private record Fall(double begin, double end) {}

    private static Optional<Fall> fall(ScenarioResult result, ToLongFunction<SliceSummary> cpu) {
        List<SliceSummary> slices = whole(result.measuredSlices());
        int third = slices.size() / THIRDS;
        if (result.load() instanceof Load.Ladder || third == 0) {
            return Optional.empty();
        }
        List<SliceSummary> first = slices.subList(0, third);
        List<SliceSummary> last = slices.subList(slices.size() - third, slices.size());
        List<SliceSummary> middle = slices.subList(third, slices.size() - third);
        if (requests(first) < LEAST_REQUESTS || requests(last) < LEAST_REQUESTS || requests(middle) == 0) {
            return Optional.empty();
        }
        double begin = cost(first, cpu);
        double end = cost(last, cpu);
        boolean falling = cost(middle, cpu) <= begin * ON_THE_WAY && end <= cost(middle, cpu) / ON_THE_WAY;
        return falling && end <= begin * FELL_TO ? Optional.of(new Fall(begin, end)) : Optional.empty();
    }

    /** Without the short one at the end, which holds what had not ended in time. */
    private static List<SliceSummary> whole(List<SliceSummary> slices) {
        return slices.stream()
                .filter(slice -> slice.seconds() > slices.get(0).seconds() / 2)
                .toList();
    }

    private static long requests(List<SliceSummary> slices) {
        return slices.stream().mapToLong(SliceSummary::requests).sum();
    }

    private static double cost(List<SliceSummary> slices, ToLongFunction<SliceSummary> cpu) {
        return (double) slices.stream().mapToLong(cpu).sum() / requests(slices);
    }
}
