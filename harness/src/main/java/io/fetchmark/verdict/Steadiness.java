package io.fetchmark.verdict;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Load;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import java.util.List;
import java.util.Optional;

/**
 * Whether a client was warm when it was measured: its CPU time a request in the first third of the measured time, in the
 * second and in the last. Ladders are left out, as their steps differ; so is a load too light for these figures to be
 * more than what the JVM does beside it.
 */
final class Steadiness {

    private static final double FELL_TO = 0.75;
    private static final double ON_THE_WAY = 0.95;
    private static final double LEAST_CPU_SHARE = 0.3;
    private static final int LEAST_REQUESTS = 300;
    private static final int THIRDS = 3;

    private Steadiness() {}

    /** A sentence if it was still getting faster. */
    static Optional<String> warning(ScenarioResult result) {
        List<SliceSummary> slices = whole(result.measuredSlices());
        int third = slices.size() / THIRDS;
        boolean light = result.generator()
                .filter(generator -> generator.cpuShare() >= LEAST_CPU_SHARE)
                .isEmpty();
        if (result.load() instanceof Load.Ladder || third == 0 || light) {
            return Optional.empty();
        }
        List<SliceSummary> first = slices.subList(0, third);
        List<SliceSummary> last = slices.subList(slices.size() - third, slices.size());
        List<SliceSummary> middle = slices.subList(third, slices.size() - third);
        if (requests(first) < LEAST_REQUESTS || requests(last) < LEAST_REQUESTS || requests(middle) == 0) {
            return Optional.empty();
        }
        double begin = cost(first);
        double end = cost(last);
        boolean falling = cost(middle) <= begin * ON_THE_WAY && end <= cost(middle) / ON_THE_WAY;
        return falling && end <= begin * FELL_TO
                ? Optional.of("the client was still getting faster while it was measured: a request took "
                        + Units.time(begin) + " of its CPU time in the first third and " + Units.time(end)
                        + " in the last; set a longer <warmUp>")
                : Optional.empty();
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

    private static double cost(List<SliceSummary> slices) {
        return (double) slices.stream().mapToLong(SliceSummary::cpuNanos).sum() / requests(slices);
    }
}
