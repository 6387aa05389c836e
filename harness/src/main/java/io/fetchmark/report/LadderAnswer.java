package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.result.LadderStep;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer to a ladder's question, which way of fetching is how much faster, in words computed from its highest step. A
 * client with a failure is left out of the comparison, for a failure may be quick; the answer says so.
 */
public final class LadderAnswer {

    /** Times that differ by no more than this factor are called about the same. */
    static final double TIE = 1.1;

    private record Time(Client client, int threads, int workers, double seconds) {}

    private LadderAnswer() {}

    /** The answer of each ladder of the run, in its order, as plain text; none if the run has no ladder. */
    public static List<String> sentences(RunResult run) {
        List<String> scenarios = run.results().stream()
                .filter(result -> result.load() instanceof Load.Ladder)
                .map(ScenarioResult::scenario)
                .distinct()
                .toList();
        return scenarios.stream()
                .map(scenario -> (scenarios.size() > 1 ? scenario + ": " : "") + sentence(scenario, run))
                .toList();
    }

    private static String sentence(String scenario, RunResult run) {
        List<ScenarioResult> results = run.results().stream()
                .filter(result -> result.scenario().equals(scenario))
                .toList();
        int highest = results.stream()
                .flatMap(result -> result.steps().stream())
                .mapToInt(LadderStep::fetches)
                .max()
                .orElse(0);
        List<Time> times = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (ScenarioResult result : results) {
            double seconds = seconds(result, highest);
            if (result.failed() + result.dropped() > 0) {
                leftOut.add(result.client() + " is left out, as " + Units.count(result.failed() + result.dropped())
                        + " of its fetches failed.");
            } else if (seconds > 0) {
                times.add(new Time(result.client(), result.threads(), result.workerCount(), seconds));
            } else {
                leftOut.add(result.client() + " is left out, as it did not get to "
                        + (highest == 0 ? "any step." : Units.count(highest) + " fetches."));
            }
        }
        run.notMeasured().stream()
                .filter(one -> one.scenario().equals(scenario))
                .forEach(one -> leftOut.add(one.client() + " was not measured."));
        Stream<String> answer = times.isEmpty()
                ? Stream.of("No client climbed the ladder without a failure.")
                : Stream.of(comparison(highest, times));
        return String.join(" ", Stream.concat(answer, leftOut.stream()).toList());
    }

    /** The mean over equal steps; 0 if there is none. */
    private static double seconds(ScenarioResult result, int fetches) {
        return result.steps().stream()
                .filter(step -> step.fetches() == fetches)
                .mapToDouble(LadderStep::seconds)
                .average()
                .orElse(0);
    }

    private static String comparison(int fetches, List<Time> times) {
        String took = "Fetching " + (fetches == 1 ? "once" : Units.count(fetches) + " times") + " took "
                + list(times.stream()
                        .map(time -> Units.seconds(time.seconds()) + " " + way(time))
                        .toList());
        return times.size() == 1 ? took + "." : took + ": " + ranking(times) + ".";
    }

    private static String ranking(List<Time> times) {
        List<Time> slowestFirst = times.stream()
                .sorted(Comparator.comparingDouble(Time::seconds).reversed())
                .toList();
        Time fastest = slowestFirst.get(times.size() - 1);
        List<String> comparisons = new ArrayList<>();
        List<String> ties = new ArrayList<>();
        for (Time time : slowestFirst.subList(0, times.size() - 1)) {
            double factor = time.seconds() / fastest.seconds();
            if (factor <= TIE) {
                ties.add(time.client().label());
            } else {
                comparisons.add(times(factor) + " times as fast as " + time.client());
            }
        }
        if (comparisons.isEmpty()) {
            return list(times.stream().map(time -> time.client().label()).toList())
                    + " were about as fast as each other";
        }
        if (!ties.isEmpty()) {
            comparisons.add("about as fast as " + list(ties));
        }
        return fastest.client() + " was " + list(comparisons);
    }

    private static String way(Time time) {
        String workers = Units.count(time.workers()) + " workers";
        return switch (time.client()) {
            case SEQUENTIAL -> "one after the other" + (time.workers() == 1 ? "" : " in each of " + workers);
            case THREADS ->
                (time.threads() == 1 ? "with 1 thread" : "with " + Units.count(time.threads()) + " threads")
                        + (time.workers() == 1 ? "" : " in " + workers);
            case VIRTUAL_THREADS, ASYNC, EVENT_LOOP ->
                "with " + time.client() + (time.workers() == 1 ? "" : " in " + workers);
        };
    }

    /** Single runs of a step are not exact enough for a third digit: {@code 1.4}, {@code 6}, {@code 185}. */
    private static String times(double factor) {
        return factor >= 10 ? Units.count(Math.round(factor)) : Units.factor(Math.round(factor * 10) / 10.0);
    }

    private static String list(List<String> items) {
        int last = items.size() - 1;
        return last == 0 ? items.get(0) : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
}
