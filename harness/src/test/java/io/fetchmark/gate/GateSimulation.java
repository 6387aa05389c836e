package io.fetchmark.gate;

import io.fetchmark.gate.NoisyMachine.Kind;
import io.fetchmark.gate.SimulatedBuild.Result;
import io.fetchmark.stats.Bounds;
import io.fetchmark.stats.ClopperPearson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The long version of {@link GateSimulationTest}: prints how many of so many builds came out in which way, in Markdown. */
final class GateSimulation {

    private static final double CONFIDENCE = 0.95;

    private static final double STANDING_OUT = 0.05;

    private GateSimulation() {}

    /**
     * Prints the table.
     *
     * @param args the number of builds of each row, and the standard deviation of starts, for example 0.005
     */
    public static void main(String[] args) {
        int builds = Integer.parseInt(args[0]);
        double luck = Double.parseDouble(args[1]);
        System.out.printf(
                Locale.ROOT,
                "%d builds a row, starts differ by %.1f %%; in brackets, the share in per cent at 95 %% (Clopper-Pearson)%n%n",
                builds,
                100 * luck);
        System.out.println("| machine | candidate | regression | suspected | undecided | unsteady | screened for |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Kind machine : Kind.values()) {
            candidates().forEach((name, effects) -> {
                SimulatedBuild build = SimulatedBuild.of(machine, effects).onStartsThatDifferBy(luck);
                print(machine + " | " + name, build.run(build.gate(), builds));
            });
            for (double slower : new double[] {0, 0.05, 0.1}) {
                SimulatedBuild build = SimulatedBuild.of(machine, Effect.slower(slower))
                        .onStartsThatDifferBy(luck)
                        .withStartsThatStandOut(STANDING_OUT);
                String name = Math.round(100 * slower) + " % slower, 1 start of 20 by a quarter more";
                print(machine + " | " + name, build.run(build.gate(), builds));
            }
        }
    }

    private static Map<String, Effect[]> candidates() {
        Map<String, Effect[]> candidates = new LinkedHashMap<>();
        candidates.put("2 scenarios, equal", new Effect[] {Effect.none(), Effect.none()});
        candidates.put("2 scenarios, all at tolerance", new Effect[] {Effect.atTolerance(), Effect.atTolerance()});
        candidates.put("2 scenarios, 3 % slower in one", new Effect[] {Effect.slower(0.03), Effect.none()});
        candidates.put("2 scenarios, 5 % slower in one", new Effect[] {Effect.slower(0.05), Effect.none()});
        candidates.put("2 scenarios, 10 % slower in one", new Effect[] {Effect.slower(0.1), Effect.none()});
        candidates.put("changes to detect", new Effect[] {Effect.toDetect(1)});
        candidates.put("twice the changes to detect", new Effect[] {Effect.toDetect(2)});
        candidates.put("p99 alone 20 % slower", new Effect[] {Effect.ofTail(0.2)});
        candidates.put("p99 alone 40 % slower", new Effect[] {Effect.ofTail(0.4)});
        candidates.put("20 % slower at first, not warmed", new Effect[] {Effect.warmingUp(0.2, 10)});
        candidates.put("the same, warmed for 10 s", new Effect[] {Effect.warmingUp(0.2 * Math.exp(-1), 10)});
        candidates.put("the same, warmed for 20 s", new Effect[] {Effect.warmingUp(0.2 * Math.exp(-2), 10)});
        return candidates;
    }

    private static void print(String row, List<Result> results) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %.0f s |%n",
                row.toLowerCase(Locale.ROOT),
                share(Tally.of(results, result -> result.has(Ruling.REGRESSION))),
                share(Tally.of(results, result -> result.suspects() > 0)),
                share(Tally.of(results, GateSimulation::isUndecided)),
                share(Tally.of(results, result -> result.has(Ruling.UNSTEADY))),
                results.stream().mapToDouble(Result::seconds).average().orElse(0));
    }

    private static boolean isUndecided(Result result) {
        return result.has(Ruling.INCONCLUSIVE) || result.has(Ruling.UNSETTLED) || result.has(Ruling.STARTS_DIFFER);
    }

    private static String share(Tally tally) {
        Bounds bounds = new ClopperPearson(tally.count(), tally.builds()).interval(CONFIDENCE);
        return String.format(Locale.ROOT, "%d (%.2f-%.2f)", tally.count(), 100 * bounds.low(), 100 * bounds.high());
    }
}
