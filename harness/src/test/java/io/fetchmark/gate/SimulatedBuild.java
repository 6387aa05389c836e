package io.fetchmark.gate;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * A build on a noisy machine that compares one or more scenarios as a run does: pair by pair in turn, until the gate has
 * nothing open or the budget is spent; what is suspected is confirmed on new instances. How it goes about it is in its
 * fields, so that a wrong way differs from the right one in one of them.
 *
 * @param kind the noise of the machine
 * @param rhythm as {@link NoisyMachine} has it
 * @param startLuck by how much starts differ, as the standard deviation of their logarithms
 * @param outliers the share of starts that take a quarter longer for as long as they live
 * @param starts of each side
 * @param planned how many pairs of each scenario the budget allows for
 * @param effects what is different about the candidate, of each scenario
 * @param tossed whether a coin decides who goes first; otherwise the baseline does
 * @param fresh whether confirmation is on new instances
 */
record SimulatedBuild(
        NoisyMachine.Kind kind,
        double rhythm,
        double startLuck,
        double outliers,
        int starts,
        int planned,
        List<Effect> effects,
        boolean tossed,
        boolean fresh) {

    /** Metrics with the tolerances that they have by default; the error rate is added. */
    static final Regression GATED = Regression.of(
            RegressionMetric.P50.gated(),
            RegressionMetric.P95.gated(),
            RegressionMetric.P99.gated(),
            RegressionMetric.THROUGHPUT.gated());

    /** As a run goes about it by default: two starts a side, a minute of blocks of half a second. */
    static SimulatedBuild of(NoisyMachine.Kind kind, Effect... effects) {
        return new SimulatedBuild(kind, 0, 0.005, 0, 2, 60, List.of(effects), true, true);
    }

    SimulatedBuild onStartsThatDifferBy(double luck) {
        return new SimulatedBuild(kind, rhythm, luck, outliers, starts, planned, effects, tossed, fresh);
    }

    SimulatedBuild withStartsThatStandOut(double share) {
        return new SimulatedBuild(kind, rhythm, startLuck, share, starts, planned, effects, tossed, fresh);
    }

    SimulatedBuild withRhythm(double louder) {
        return new SimulatedBuild(kind, louder, startLuck, outliers, starts, planned, effects, tossed, fresh);
    }

    SimulatedBuild withBaselineAlwaysFirst() {
        return new SimulatedBuild(kind, rhythm, startLuck, outliers, starts, planned, effects, false, fresh);
    }

    SimulatedBuild confirmingOnTheSameStarts() {
        return new SimulatedBuild(kind, rhythm, startLuck, outliers, starts, planned, effects, tossed, false);
    }

    Gate gate() {
        return new Gate(tests());
    }

    int tests() {
        return effects.size() * GATED.metrics().size();
    }

    /** How so many of it come out, each with another seed. */
    List<Result> run(Gate gate, int builds) {
        return LongStream.range(0, builds)
                .parallel()
                .mapToObj(seed -> run(gate, seed))
                .toList();
    }

    private Result run(Gate gate, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NoisyMachine machine = new NoisyMachine(kind, rhythm, random.split());
        List<SimulatedContest> contests = new ArrayList<>();
        List<List<Pair>> screened = new ArrayList<>();
        List<InterimAnalyses> analyses = new ArrayList<>();
        for (Effect effect : effects) {
            contests.add(new SimulatedContest(machine, this, effect, random));
            screened.add(new ArrayList<>());
            analyses.add(gate.screening(GATED, planned).interimAnalyses());
        }
        List<Integer> open = new ArrayList<>();
        for (int index = 0; index < effects.size(); index++) {
            open.add(index);
        }
        while (!open.isEmpty()) {
            for (int index : open) {
                screened.get(index).add(contests.get(index).measure());
            }
            open.removeIf(index -> !analyses.get(index).isOpen(screened.get(index)));
        }
        return confirmed(gate, contests, screened, analyses, machine, random);
    }

    private Result confirmed(
            Gate gate,
            List<SimulatedContest> contests,
            List<List<Pair>> screened,
            List<InterimAnalyses> analyses,
            NoisyMachine machine,
            SplittableRandom random) {
        double seconds = machine.seconds();
        int suspects = 0;
        List<List<Standing>> standings = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (int index = 0; index < contests.size(); index++) {
            List<Standing> ended = analyses.get(index).ended(screened.get(index));
            standings.add(ended);
            int suspected = Gate.suspects(ended);
            suspects += suspected;
            List<Pair> confirmation = new ArrayList<>();
            if (suspected > 0) {
                SimulatedContest contest =
                        fresh ? new SimulatedContest(machine, this, effects.get(index), random) : contests.get(index);
                while (confirmation.size() < Gate.CONFIRMING_PAIRS) {
                    confirmation.add(contest.measure());
                }
            }
            comparisons.add(comparison(screened.get(index), confirmation));
        }
        List<Decision> decisions = new ArrayList<>();
        for (int index = 0; index < comparisons.size(); index++) {
            decisions.addAll(gate.decide(GATED, comparisons.get(index), suspects, standings.get(index)));
        }
        return new Result(decisions, suspects, seconds / effects.size());
    }

    private Comparison comparison(List<Pair> pairs, List<Pair> confirmation) {
        return new Comparison(
                "simulated",
                Client.EVENT_LOOP,
                new Load.Closed(20),
                NoisyMachine.BLOCK,
                planned,
                pairs,
                confirmation.isEmpty() ? 0 : Gate.CONFIRMING_PAIRS,
                confirmation,
                List.of(),
                List.of());
    }

    /**
     * What came of a build.
     *
     * @param decisions of all metrics of all scenarios
     * @param suspects how many of them were suspected
     * @param seconds that each scenario was screened for
     */
    record Result(List<Decision> decisions, int suspects, double seconds) {

        boolean has(Ruling ruling) {
            return decisions.stream().anyMatch(decision -> decision.ruling() == ruling);
        }

        /** Whether that metric of the first scenario came out like this. */
        boolean says(RegressionMetric metric, Ruling... rulings) {
            return decisions.stream()
                    .filter(decision -> decision.gated().metric() == metric)
                    .limit(1)
                    .anyMatch(decision -> List.of(rulings).contains(decision.ruling()));
        }
    }
}
