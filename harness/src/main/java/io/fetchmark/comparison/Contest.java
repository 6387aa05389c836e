package io.fetchmark.comparison;

import io.fetchmark.measure.Slice;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Pair;
import io.fetchmark.result.Side;
import io.fetchmark.target.Reading;
import io.fetchmark.target.Target;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.worker.Block;
import io.fetchmark.worker.BlockOrder;
import io.fetchmark.worker.Crew;
import io.fetchmark.worker.WorkerFailure;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Candidate and baseline in turn under the same load of the same client, in one build on one machine: short blocks in
 * pairs, their order by the toss of a coin, every target paused but the one that is measured. One thread uses it.
 *
 * <pre>
 *   candidate   ======          ======   ======                 ======
 *   baseline            ======                    ======  ======
 *              |     pair      |      pair      |      pair      | ...
 * </pre>
 *
 * Abedi and Brecht (ICPE 2017) show why trials are to be interleaved and their order random.
 */
public final class Contest {

    /** What follows a switch is of connections and caches that have rested. */
    static final Duration AFTER_SWITCH = Duration.ofMillis(50);

    private final List<Target> candidates;
    private final List<Target> baselines;
    private final Crew crew;
    private final boolean reference;
    private final Pairing pairing;
    private final Map<Side, Slice> measured = new EnumMap<>(Side.class);

    /**
     * A contest.
     *
     * @param candidates the starts of one side, which are paused
     * @param baselines the starts of the other, as many, paused too
     * @param crew with {@link #targets} for its targets, in blocks
     * @param reference whether the baseline is but something to measure beside, whose responses are not those expected
     * @throws TargetFailure if one of them ran in another way than the others, so that a difference would say nothing
     */
    public Contest(
            List<Target> candidates, List<Target> baselines, Crew crew, boolean reference, SplittableRandom random)
            throws TargetFailure {
        if (candidates.isEmpty() || candidates.size() != baselines.size()) {
            throw new IllegalArgumentException(
                    "must have as many starts of each side, was " + candidates.size() + " and " + baselines.size());
        }
        for (Target other :
                Stream.concat(candidates.stream(), baselines.stream()).toList()) {
            candidates.get(0).checkComparableTo(other);
        }
        this.candidates = List.copyOf(candidates);
        this.baselines = List.copyOf(baselines);
        this.crew = crew;
        this.reference = reference;
        this.pairing = new Pairing(candidates.size(), random);
    }

    /** Where the targets of a contest answer, in the order in which its crew has to know them. */
    public static List<URI> targets(List<Target> candidates, List<Target> baselines) {
        return Stream.concat(candidates.stream(), baselines.stream())
                .map(target -> target.facts().url())
                .toList();
    }

    /**
     * Measures the next pair.
     *
     * @param block how long each block is measured
     * @throws TargetFailure if a target could not be resumed or paused
     * @throws WorkerFailure if the client broke
     */
    public Pair measure(Duration block) throws TargetFailure, WorkerFailure, InterruptedException {
        Pairing.Meeting meeting = pairing.next();
        BlockFigures first = measure(meeting.first(), meeting, block);
        BlockFigures second = measure(meeting.first().other(), meeting, block);
        boolean candidateFirst = meeting.first() == Side.CANDIDATE;
        return new Pair(
                meeting.first(),
                meeting.candidateStart(),
                meeting.baselineStart(),
                candidateFirst ? first : second,
                candidateFirst ? second : first);
    }

    private BlockFigures measure(Side side, Pairing.Meeting meeting, Duration block)
            throws TargetFailure, WorkerFailure, InterruptedException {
        int start = side == Side.CANDIDATE ? meeting.candidateStart() : meeting.baselineStart();
        Driven driven = drive(side, start, AFTER_SWITCH, block, meeting.seed());
        measured.merge(side, driven.slice(), Slice::plus);
        return driven.figures();
    }

    /** All that was measured of one side, without warm-up; empty as long as nothing was. */
    public Optional<Slice> measured(Side side) {
        return Optional.ofNullable(measured.get(side));
    }

    /**
     * Puts load on one target without a partner, to warm it up.
     *
     * @param time for how long
     */
    public BlockFigures warmUp(Side side, int start, Duration time)
            throws TargetFailure, WorkerFailure, InterruptedException {
        return drive(side, start, Duration.ZERO, time, start).figures();
    }

    private record Driven(Slice slice, BlockFigures figures) {}

    private Driven drive(Side side, int start, Duration skipped, Duration counted, long seed)
            throws TargetFailure, WorkerFailure, InterruptedException {
        Target target = (side == Side.CANDIDATE ? candidates : baselines).get(start);
        int number = side == Side.CANDIDATE ? start : candidates.size() + start;
        target.resume();
        Optional<Reading> before = target.read();
        Block driven = crew.drive(new BlockOrder(number, skipped, counted, seed));
        Optional<Reading> after = target.read();
        target.pause();
        Slice slice = reference && side == Side.BASELINE ? driven.slice().takingAnyResponse() : driven.slice();
        return new Driven(
                slice, BlockFigures.of(slice, counted.toNanos() / 1e9, driven.requests(), used(before, after)));
    }

    private static OptionalLong used(Optional<Reading> before, Optional<Reading> after) {
        return before.isPresent() && after.isPresent()
                ? OptionalLong.of(after.get().cpuNanos() - before.get().cpuNanos())
                : OptionalLong.empty();
    }
}
