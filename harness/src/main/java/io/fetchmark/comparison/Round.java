package io.fetchmark.comparison;

import io.fetchmark.result.Side;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import io.fetchmark.worker.WorkerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Bouts on one set of starts, measured in turn, one pair of each, until each is over. Targets and crews are gone when it is
 * closed.
 */
final class Round implements AutoCloseable {

    private final Starts starts;
    private final List<Bout> bouts = new ArrayList<>();

    private Round(Starts starts) {
        this.starts = starts;
    }

    /**
     * Starts the targets, forks the crews, and warms all up.
     *
     * @param each how many starts of each side
     * @param before how many of each this run has had already
     */
    static Round begin(
            TargetHost host,
            Lineup lineup,
            List<Entry> entries,
            int each,
            int before,
            SplittableRandom random,
            Spectator spectator)
            throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        Round round = new Round(Starts.of(host, lineup, each, before, random));
        try {
            for (Entry entry : entries) {
                round.bouts.add(Bout.begin(entry, round.starts, lineup.reference(), random.split(), spectator));
            }
            for (Bout bout : round.bouts) {
                bout.warmUp();
            }
            return round;
        } catch (TargetFailure | WorkerFailure | IOException | InterruptedException | RuntimeException e) {
            round.close();
            throw e;
        }
    }

    /** Measures until every bout is over, which is asked after each pair of it. */
    void play(Predicate<Bout> isOver) throws TargetFailure, WorkerFailure, InterruptedException {
        List<Bout> open = new ArrayList<>(bouts);
        while (!open.isEmpty()) {
            for (Bout bout : List.copyOf(open)) {
                bout.measure();
                if (isOver.test(bout)) {
                    open.remove(bout);
                }
            }
        }
    }

    /** In the order of their entries. */
    List<Bout> bouts() {
        return List.copyOf(bouts);
    }

    /** What is known of a start of the baseline. */
    TargetFacts baseline() {
        return starts.of(Side.BASELINE).get(0).facts();
    }

    @Override
    public void close() {
        bouts.forEach(Bout::close);
        starts.close();
    }
}
