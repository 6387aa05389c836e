package io.fetchmark.report;

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

    /** The English answer of each ladder of the run, in its order, as plain text; none if the run has no ladder. */
    public static List<String> sentences(RunResult run) {
        return sentences(run, Language.ENGLISH);
    }

    /** The same in a language. */
    static List<String> sentences(RunResult run, Language language) {
        List<String> scenarios = run.results().stream()
                .filter(result -> result.load() instanceof Load.Ladder)
                .map(ScenarioResult::scenario)
                .distinct()
                .toList();
        return scenarios.stream()
                .map(scenario -> (scenarios.size() > 1 ? scenario + ": " : "") + sentence(scenario, run, language))
                .toList();
    }

    private static String sentence(String scenario, RunResult run, Language language) {
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
                leftOut.add(
                        language.say("ladder-left-out-failed", result.client(), result.failed() + result.dropped()));
            } else if (seconds > 0) {
                times.add(new Time(result.client(), result.threads(), result.workerCount(), seconds));
            } else {
                leftOut.add(
                        highest == 0
                                ? language.say("ladder-left-out-none", result.client())
                                : language.say("ladder-left-out-step", result.client(), highest));
            }
        }
        run.notMeasured().stream()
                .filter(one -> one.scenario().equals(scenario))
                .forEach(one -> leftOut.add(language.say("ladder-not-measured", one.client())));
        Stream<String> answer = times.isEmpty()
                ? Stream.of(language.say("ladder-no-answer"))
                : Stream.of(comparison(highest, times, language));
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

    private static String comparison(int fetches, List<Time> times, Language language) {
        String took = language.list(times.stream()
                .map(time -> language.say("ladder-time", language.seconds(time.seconds()), way(time, language)))
                .toList());
        if (times.size() == 1) {
            return fetches == 1 ? language.say("ladder-once", took) : language.say("ladder-times", fetches, took);
        }
        String ranking = ranking(times, language);
        return fetches == 1
                ? language.say("ladder-once-compared", took, ranking)
                : language.say("ladder-times-compared", fetches, took, ranking);
    }

    private static String ranking(List<Time> times, Language language) {
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
                comparisons.add(language.say("ladder-factor", times(factor, language), time.client()));
            }
        }
        if (comparisons.isEmpty()) {
            return language.say(
                    "ladder-all-tied",
                    language.list(
                            times.stream().map(time -> time.client().label()).toList()));
        }
        if (!ties.isEmpty()) {
            comparisons.add(language.say("ladder-tied", language.list(ties)));
        }
        return language.say("ladder-fastest", fastest.client(), language.list(comparisons));
    }

    private static String way(Time time, Language language) {
        boolean alone = time.workers() == 1;
        return switch (time.client()) {
            case SEQUENTIAL ->
                alone ? language.say("ladder-sequential") : language.say("ladder-sequential-workers", time.workers());
            case THREADS ->
                alone
                        ? language.say("ladder-threads", time.threads())
                        : language.say("ladder-threads-workers", time.threads(), time.workers());
            case VIRTUAL_THREADS, ASYNC, EVENT_LOOP ->
                alone
                        ? language.say("ladder-client", time.client())
                        : language.say("ladder-client-workers", time.client(), time.workers());
        };
    }

    /** Single runs of a step are not exact enough for a third digit: {@code 1.4}, {@code 6}, {@code 185}. */
    private static String times(double factor, Language language) {
        return factor >= 10 ? language.count(Math.round(factor)) : language.factor(Math.round(factor * 10) / 10.0);
    }
}
