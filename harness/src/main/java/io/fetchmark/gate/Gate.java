package io.fetchmark.gate;

import io.fetchmark.gate.Standing.State;
import io.fetchmark.gate.Trial.ShiftTest;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Regression;
import io.fetchmark.result.Comparison;
import io.fetchmark.stats.NestedSignedRank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Tells which changes of a whole build are regressions. All of its answers follow from the pairs, so that who judges the
 * file of a run replays what the run has decided.
 *
 * <p>It rests on one thing: a coin decided which side of a pair went first. If both sides are equally fast, swapped labels
 * change nothing, and each difference is as likely to be −d as d, whatever the machine does meanwhile. What the coin cannot
 * cover is that each instance has a speed of its own; so a suspicion counts only if new instances confirm it.
 */
public final class Gate {

    /** How many pairs of new instances a comparison with a suspect is measured for. */
    public static final int CONFIRMING_PAIRS = 60;

    private final ShiftTest shift;
    private final IntFunction<Levels> levels;

    /** By number of looks. They take some 10 ms to work out, and are asked for again and again. */
    private final Map<Integer, Levels> known = new ConcurrentHashMap<>();

    /**
     * The gate of a build.
     *
     * @param tests how many metrics of how many comparisons may fail it, positive
     */
    public Gate(int tests) {
        this(NestedSignedRank::isAbove, looks -> Levels.of(tests, looks));
        if (tests < 1) {
            throw new IllegalArgumentException("must have a test, had " + tests);
        }
    }

    Gate(ShiftTest shift, IntFunction<Levels> levels) {
        this.shift = shift;
        this.levels = levels;
    }

    /**
     * How one comparison is screened.
     *
     * @param plannedPairs how many pairs the budget allows for
     */
    public Screening screening(Regression regression, int plannedPairs) {
        Looks looks = new Looks(plannedPairs);
        return new Screening(
                trials(regression), looks, known.computeIfAbsent(Math.max(1, looks.count()), levels::apply));
    }

    /** How many metrics of a comparison are suspected, now that it has been screened. */
    public int suspects(Regression regression, Comparison comparison) {
        return suspects(screening(regression, comparison.plannedPairs()).ended(comparison.screening()));
    }

    static int suspects(List<Standing> standings) {
        return (int) standings.stream()
                .filter(standing -> standing.state() == State.SUSPECT)
                .count();
    }

    /**
     * What is to be said of each metric, in their order.
     *
     * @param suspects of the whole build: the sum of what {@link #suspects} has for each comparison
     */
    public List<Judgement> judge(Regression regression, Comparison comparison, int suspects) {
        Screening screening = screening(regression, comparison.plannedPairs());
        return decide(regression, comparison, suspects, screening.ended(comparison.screening())).stream()
                .map(Decision::judgement)
                .toList();
    }

    /**
     * The same without figures.
     *
     * @param standings of the comparison's screening, once it has ended
     */
    List<Decision> decide(Regression regression, Comparison comparison, int suspects, List<Standing> standings) {
        Screening screening = screening(regression, comparison.plannedPairs());
        List<Decision> decisions = new ArrayList<>();
        for (Trial trial : trials(regression)) {
            Standing standing = standings.get(decisions.size());
            boolean confirming = standing.state() == State.SUSPECT
                    && !comparison.confirmation().isEmpty();
            decisions.add(
                    confirming
                            ? new Confirmation(suspects, screening.levels()).decide(trial, standing, comparison)
                            : screened(trial, standing, comparison, screening));
        }
        return List.copyOf(decisions);
    }

    private static Decision screened(Trial trial, Standing standing, Comparison comparison, Screening screening) {
        Ruling ruling = switch (standing.state()) {
            case OPEN -> Ruling.INCONCLUSIVE;
            case CLEARED -> Ruling.PASS;
            case SUSPECT -> Ruling.UNSETTLED;
            case STARTS_DIFFER -> Ruling.STARTS_DIFFER;
            case UNSTEADY -> Ruling.UNSTEADY;
            case UNCOMPARABLE -> Ruling.UNCOMPARABLE;
        };
        // A run that ended undecided could have seen no more; any other could have gone on.
        int reach = standing.state() == State.OPEN ? comparison.screening().size() : comparison.plannedPairs();
        return new Decision(
                standing,
                ruling,
                false,
                trial,
                new Differences(standing.gated().metric(), comparison.screening()),
                reach,
                screening.levels(),
                screening.stop(standing, comparison.screening()));
    }

    /**
     * The smallest change of a metric that is found in 19 of 20 builds, where it is known how quiet the machine is.
     *
     * @param plannedPairs how many pairs the budget allows for, positive
     * @param sd of the log ratios of pairs of equal targets, as {@link Differences#telling} has it
     * @param startSd of the logarithms of the instances of one side
     * @param starts how many instances each side has, positive
     * @return a share, for example 0.04
     */
    public double smallestChange(Gated gated, int plannedPairs, double sd, double startSd, int starts) {
        int looks = Math.max(1, new Looks(plannedPairs).count());
        double level = known.computeIfAbsent(looks, levels::apply).suspect();
        return new Trial(gated, shift).smallestChange(level, sd, plannedPairs, startSd, starts);
    }

    private List<Trial> trials(Regression regression) {
        return regression.metrics().stream()
                .map(gated -> new Trial(gated, shift))
                .toList();
    }
}
