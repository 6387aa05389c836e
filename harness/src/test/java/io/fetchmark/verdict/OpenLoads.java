package io.fetchmark.verdict;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.Generator;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.SliceSummary;
import io.fetchmark.result.TargetSlice;
import io.fetchmark.result.TargetUse;
import io.fetchmark.result.TimeSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Results of loads with a generator on one CPU: ten slices of a second. */
record OpenLoads(
        Load load, long requests, double serviceMillis, double responseMillis, double lateMillis, List<Double> cpu) {

    static final Load OPEN = new Load.Open(100, Arrivals.UNIFORM);

    /** 1000 requests in time, with a tenth of the CPU. */
    static OpenLoads calm() {
        return new OpenLoads(OPEN, 1000, 5, 5, 0.1, List.of()).using(constant(0.1));
    }

    OpenLoads of(Load other, long otherRequests) {
        return new OpenLoads(other, otherRequests, serviceMillis, responseMillis, lateMillis, cpu);
    }

    /** With these p99, in ms; p95 is half of it. */
    OpenLoads times(double service, double response, double late) {
        return new OpenLoads(load, requests, service, response, late, cpu);
    }

    /** With these shares of the CPU, second by second. */
    OpenLoads using(double... shares) {
        return new OpenLoads(
                load,
                requests,
                serviceMillis,
                responseMillis,
                lateMillis,
                Arrays.stream(shares).boxed().toList());
    }

    static double[] constant(double share) {
        double[] shares = new double[10];
        Arrays.fill(shares, share);
        return shares;
    }

    ScenarioResult result() {
        return result(0, 0, 0, 0);
    }

    /** With what kept the generator from using its CPU, as shares of each second in which it was late. */
    ScenarioResult result(double gc, double throttled, double steal, double others) {
        List<SliceSummary> slices = IntStream.range(0, cpu.size())
                .mapToObj(second -> new SliceSummary(
                        second,
                        second + 1.0,
                        requests / cpu.size(),
                        nanos(serviceMillis / 1000),
                        nanos(responseMillis / 1000),
                        nanos(lateMillis / 1000),
                        nanos(cpu.get(second)),
                        nanos(gc),
                        OptionalLong.of(nanos(throttled)),
                        OptionalLong.of(nanos(steal)),
                        OptionalLong.of(nanos(others)),
                        OptionalLong.of(0),
                        OptionalLong.of(0),
                        Optional.empty()))
                .toList();
        return with(slices);
    }

    /** With a target that used such shares of a CPU, second by second. */
    ScenarioResult metered(double... shares) {
        List<SliceSummary> slices = result().slices().orElseThrow();
        TargetUse use = new TargetUse(
                MeterSource.CGROUP,
                OptionalDouble.empty(),
                nanos(Arrays.stream(shares).sum()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        return with(
                IntStream.range(0, slices.size())
                        .mapToObj(second -> slices.get(second)
                                .with(Optional.of(new TargetSlice(
                                        nanos(shares[second]),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty()))))
                        .toList(),
                Optional.of(use));
    }

    /** With a target that used so much. */
    ScenarioResult metered(TargetUse use) {
        return with(result().slices().orElseThrow(), Optional.of(use));
    }

    private ScenarioResult with(List<SliceSummary> slices) {
        return with(slices, Optional.empty());
    }

    private ScenarioResult with(List<SliceSummary> slices, Optional<TargetUse> target) {
        return new ScenarioResult(
                Results.SCENARIO,
                Client.ASYNC,
                load,
                requests,
                0,
                Optional.empty(),
                Optional.of(Map.of()),
                Map.of(),
                Optional.empty(),
                10,
                (double) requests / 10,
                summary(serviceMillis),
                summary(responseMillis),
                Optional.of(summary(lateMillis)),
                OptionalLong.of(0),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "17",
                0,
                OptionalInt.of(1),
                List.of(),
                List.of(),
                Optional.of(Generator.of(1, slices)),
                target,
                Optional.of(slices),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same, but from that second on nothing waited. */
    ScenarioResult calmAfter(int second) {
        return andFrom(second, times(serviceMillis, serviceMillis, lateMillis).result());
    }

    /** The same on the whole, but from that second on with the slices of another. */
    ScenarioResult andFrom(int second, ScenarioResult other) {
        List<SliceSummary> slices = Stream.concat(
                        result().slices().orElseThrow().stream().limit(second),
                        other.slices().orElseThrow().stream().skip(second))
                .toList();
        return with(slices);
    }

    private static TimeSummary summary(double p99Millis) {
        long p99 = nanos(p99Millis / 1000);
        return new TimeSummary(0, p99 / 8.0, p99 / 8, p99 / 4, p99 / 2, p99, p99 * 2, p99 * 4);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
