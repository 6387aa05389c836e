package io.fetchmark.comparison;

import io.fetchmark.measure.IntervalLog;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.WarmUpBounds;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import io.fetchmark.result.WarmUp;
import io.fetchmark.target.Target;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.worker.Assignment;
import io.fetchmark.worker.Crew;
import io.fetchmark.worker.WorkerFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One client of one scenario on one set of starts: first they are warmed up, then measured pair by pair. One thread uses
 * it.
 */
final class Bout implements AutoCloseable {

    private static final double FULL = 0.9;

    private final Entry entry;
    private final int starts;
    private final Crew crew;
    private final Contest contest;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Instant began = Instant.now();
    private Optional<Pace> pace = Optional.empty();
    private Optional<WarmUp> warmUp = Optional.empty();
    private Duration spent = Duration.ZERO;

    private Bout(Entry entry, int starts, Crew crew, Contest contest) {
        this.entry = entry;
        this.starts = starts;
        this.crew = crew;
        this.contest = contest;
    }

    /**
     * Forks the crew, and waits until it is there: the crews of all bouts at once would share the CPUs, and each would take
     * as long as all of them.
     *
     * @param reference whether the baseline is but something to measure beside
     * @throws TargetFailure if the starts are not to be compared with each other
     * @throws WorkerFailure if the client broke
     */
    static Bout begin(Entry entry, Starts all, boolean reference, SplittableRandom random, Spectator spectator)
            throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        int starts =
                Math.min(entry.regression().starts(), all.of(Side.CANDIDATE).size());
        List<Target> candidates = all.of(Side.CANDIDATE).subList(0, starts);
        List<Target> baselines = all.of(Side.BASELINE).subList(0, starts);
        Assignment assignment =
                Assignment.inBlocks(Contest.targets(candidates, baselines), entry.scenario(), entry.client());
        Crew crew = Crew.start(assignment, entry.workers(), entry.place(), progress -> {}, spectator::detail);
        try {
            Contest contest = new Contest(candidates, baselines, crew, reference, random);
            crew.awaitReady();
            return new Bout(entry, starts, crew, contest);
        } catch (TargetFailure | WorkerFailure | InterruptedException | RuntimeException e) {
            crew.close();
            throw e;
        }
    }

    /**
     * Warms all instances up, those of both sides for as long and in turn: at least for the warm-up of the scenario, and until
     * all are steady, within {@link WarmUpBounds}.
     */
    void warmUp() throws TargetFailure, WorkerFailure, InterruptedException {
        Pace.Builder builder = new Pace.Builder();
        Warming warming = new Warming(starts, WarmUpBounds.of(entry.scenario().warmUp()));
        for (List<Integer> open = warming.open(); !open.isEmpty(); open = warming.open()) {
            for (int number : open) {
                for (Side side : Side.values()) {
                    warming.add(side, number, step(side, number, warming.step(), builder));
                }
            }
        }
        warnings.addAll(warming.cautions());
        warmUp = Optional.of(warming.outcome());
        pace = Optional.of(builder.build());
    }

    private BlockFigures step(Side side, int number, Duration time, Pace.Builder builder)
            throws TargetFailure, WorkerFailure, InterruptedException {
        Instant from = Instant.now();
        BlockFigures figures = contest.warmUp(side, number, time);
        builder.add(figures, Duration.between(from, Instant.now()).minus(time));
        return figures;
    }

    /** Measures one more pair. */
    void measure() throws TargetFailure, WorkerFailure, InterruptedException {
        Instant from = Instant.now();
        pairs.add(contest.measure(pace().block()));
        spent = spent.plus(Duration.between(from, Instant.now()));
    }

    Entry entry() {
        return entry;
    }

    /** How many pairs the budget allows for; known once it has warmed up. */
    int planned() {
        return pace().pairs(entry.regression().budget());
    }

    private Pace pace() {
        return pace.orElseThrow();
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    /** What has been measured until now, as a screening. */
    Comparison screened(List<String> histograms) {
        return new Comparison(
                entry.scenario().name(),
                entry.client(),
                entry.scenario().load(),
                warmUp,
                pace().block().toNanos() / 1e9,
                planned(),
                pairs,
                0,
                List.of(),
                histograms,
                warnings());
    }

    /** A screening, confirmed by what has been measured until now. */
    Comparison confirmed(Comparison screening, int planned) {
        return screening.confirmedBy(planned, pairs, warmUp, warnings());
    }

    /** How long measuring has taken. */
    Duration spent() {
        return spent;
    }

    private List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        Duration driven = pace().block().plus(Contest.AFTER_SWITCH).multipliedBy(pairs.size());
        double share = share(Side.CANDIDATE, driven) / 2 + share(Side.BASELINE, driven) / 2;
        if (share > FULL) {
            all.add("the client used nearly all of its CPUs, so that a slower target shows in cpuPerRequest rather than"
                    + " in its times and throughput");
        }
        return all;
    }

    private double share(Side side, Duration driven) {
        return contest.measured(side)
                .map(Slice::vitals)
                .filter(vitals -> !vitals.cpus().isEmpty() && !driven.isZero())
                .map(vitals -> (double) vitals.cpuNanos()
                        / driven.toNanos()
                        / vitals.cpus().size())
                .orElse(0.0);
    }

    /**
     * Writes the response times of both sides.
     *
     * @return the names of the files: of the candidate, then of the baseline
     */
    List<String> log(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        for (Side side : Side.values()) {
            String name = entry.scenario().name() + "-" + entry.client().label() + "-" + side + ".hlog";
            IntervalLog.write(
                    directory.resolve(name),
                    began,
                    contest.measured(side).stream().toList(),
                    Slice::responseTime);
            names.add(name);
        }
        return names;
    }

    /** Ends the crew, whether it has measured or not. */
    @Override
    public void close() {
        crew.close();
    }
}
