package io.fetchmark.comparison;

import io.fetchmark.result.Side;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.target.Target;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Several starts of both sides, in an order by chance, each paused as soon as it answers. All are removed when it is
 * closed. Each start has a speed of its own (Kalibera and Jones, ISMM 2013), so one of each side says little.
 */
final class Starts implements AutoCloseable {

    private final Map<Side, List<Target>> targets = new EnumMap<>(Side.class);

    private Starts() {
        targets.put(Side.CANDIDATE, new ArrayList<>());
        targets.put(Side.BASELINE, new ArrayList<>());
    }

    /**
     * Starts all of them.
     *
     * @param each how many of each side
     * @param before how many of each side this run has started already
     * @throws TargetFailure if one could not be started; none is left then
     */
    static Starts of(TargetHost host, Lineup lineup, int each, int before, SplittableRandom random)
            throws TargetFailure, InterruptedException {
        Starts starts = new Starts();
        try {
            for (int number = 1; number <= each; number++) {
                Side first = random.nextBoolean() ? Side.CANDIDATE : Side.BASELINE;
                starts.start(host, lineup, first, before + number);
                starts.start(host, lineup, first.other(), before + number);
            }
            return starts;
        } catch (TargetFailure | InterruptedException | RuntimeException e) {
            starts.close();
            throw e;
        }
    }

    private void start(TargetHost host, Lineup lineup, Side side, int number)
            throws TargetFailure, InterruptedException {
        List<Target> siblings = of(side);
        if (!siblings.isEmpty() && siblings.get(0).facts().runtime() == TargetRuntime.PROCESS) {
            throw new TargetFailure("a jar that runs as a process can be started once for each side, as all its starts"
                    + " listen to the same port: give <regression><starts>1</starts>, or a Docker engine");
        }
        Target target = host.start(lineup.order(side, number));
        siblings.add(target);
        target.pause();
    }

    /** The starts of one side, in the order of their numbers. */
    List<Target> of(Side side) {
        return targets.getOrDefault(side, List.of());
    }

    private Stream<Target> all() {
        return targets.values().stream().flatMap(List::stream);
    }

    @Override
    public void close() {
        all().forEach(Target::close);
    }
}
