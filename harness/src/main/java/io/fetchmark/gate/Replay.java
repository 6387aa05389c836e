package io.fetchmark.gate;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.result.BlockFigures;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import io.fetchmark.stats.Spread;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Builds whose truth is known, made of pairs that were measured of equal targets: the noise is that of the machine, and no
 * model of it. In each build every pair gets its labels by a fresh coin, as two blocks of equal targets might have had them
 * the other way round, and the candidate is made slower by a factor. Pairs stay in their order, from one drawn by chance on,
 * round and round; those for confirmation follow those of the screening.
 *
 * <p>Builds of the same pairs are alike, so that their shares are less certain than so many independent builds were.
 */
public final class Replay {

    private static final Client ANY_CLIENT = Client.EVENT_LOOP;
    private static final Load ANY_LOAD = new Load.Closed(1);
    private static final Set<Ruling> UNDECIDED =
            EnumSet.of(Ruling.INCONCLUSIVE, Ruling.UNSETTLED, Ruling.STARTS_DIFFER);

    private final Gate gate;
    private final Regression regression;
    private final List<Pair> pairs;
    private final int planned;

    /**
     * A replay.
     *
     * @param pairs of equal targets, at least one
     * @param planned how many pairs the budget allows for, positive
     */
    public Replay(Gate gate, Regression regression, List<Pair> pairs, int planned) {
        this.gate = gate;
        this.regression = regression;
        this.pairs = List.copyOf(pairs);
        this.planned = planned;
    }

    /**
     * What became of the builds, in shares of them, 0 to 1.
     *
     * @param regression those that fail
     * @param inconclusive those in which some metric was neither found to be worse nor cleared
     * @param pairs how many pairs their screening took, the median
     */
    public record Shares(double regression, double inconclusive, double pairs) {}

    /**
     * Replays so many builds.
     *
     * @param slower by what share the candidate takes longer, 0 for equal targets
     */
    public Shares of(int builds, double slower, SplittableRandom random) {
        int regressions = 0;
        int inconclusive = 0;
        double[] screened = new double[builds];
        for (int build = 0; build < builds; build++) {
            Build replayed = build(slower, random);
            screened[build] = replayed.comparison().screening().size();
            List<Ruling> rulings = gate
                    .decide(
                            regression,
                            replayed.comparison(),
                            Math.max(1, Gate.suspects(replayed.standings())),
                            replayed.standings())
                    .stream()
                    .map(Decision::ruling)
                    .toList();
            boolean worse = rulings.contains(Ruling.REGRESSION);
            regressions += worse ? 1 : 0;
            inconclusive += !worse && rulings.stream().anyMatch(UNDECIDED::contains) ? 1 : 0;
        }
        return new Shares((double) regressions / builds, (double) inconclusive / builds, Spread.median(screened));
    }

    /**
     * One of them.
     *
     * @param standings how its screening ended
     */
    record Build(Comparison comparison, List<Standing> standings) {}

    Build build(double slower, SplittableRandom random) {
        Screening screening = gate.screening(regression, planned);
        int from = random.nextInt(pairs.size());
        List<Pair> all = new ArrayList<>();
        for (int pair = 0; pair < planned + Gate.CONFIRMING_PAIRS; pair++) {
            all.add(labelled(pairs.get((from + pair) % pairs.size()), random.nextBoolean(), slower));
        }
        InterimAnalyses analyses = screening.interimAnalyses();
        int end = screening
                .looks()
                .all()
                .filter(look -> !analyses.isOpen(all.subList(0, look)))
                .findFirst()
                .orElse(planned);
        List<Pair> screened = all.subList(0, end);
        List<Standing> standings = analyses.ended(screened);
        int confirming = Gate.suspects(standings) > 0 ? Gate.CONFIRMING_PAIRS : 0;
        Comparison comparison = new Comparison(
                "replay",
                ANY_CLIENT,
                ANY_LOAD,
                1,
                planned,
                screened,
                confirming,
                all.subList(end, end + confirming),
                List.of(),
                List.of());
        return new Build(comparison, standings);
    }

    /** The same pair with its labels swapped or not, and then a slower candidate. */
    static Pair labelled(Pair pair, boolean swapped, double slower) {
        BlockFigures candidate = swapped ? pair.baseline() : pair.candidate();
        BlockFigures baseline = swapped ? pair.candidate() : pair.baseline();
        return new Pair(
                pair.first(), pair.candidateStart(), pair.baselineStart(), slowed(candidate, 1 + slower), baseline);
    }

    private static BlockFigures slowed(BlockFigures block, double factor) {
        OptionalDouble cpu = block.targetCpuNanosPerRequest();
        return new BlockFigures(
                block.requests(),
                block.failed(),
                block.perSecond() / factor,
                Math.round(block.p50() * factor),
                Math.round(block.p90() * factor),
                Math.round(block.p95() * factor),
                Math.round(block.p99() * factor),
                block.startLatenessP50(),
                cpu.isPresent() ? OptionalDouble.of(cpu.getAsDouble() * factor) : cpu,
                block.clientCpuNanosPerRequest(),
                block.stealNanos());
    }
}
