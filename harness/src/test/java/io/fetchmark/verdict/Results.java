package io.fetchmark.verdict;

import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Shortage;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Environment;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioHash;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TimeSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Small results of one scenario and one client, to be judged. */
final class Results {

    static final String SCENARIO = "home-page";

    private Results() {}

    static Plan plan(Limit... limits) {
        Scenario scenario = Scenario.of(SCENARIO, Request.get("/"), new Load.Closed(5), Client.ASYNC)
                .limitedBy(limits);
        return new Plan(NginxSpec.welcome("nginx:1.28"), RuntimeChoice.AUTO, List.of(scenario), 1);
    }

    /** 1000 requests, none failed; p50 6.15 ms, p99 12.3 ms, max 36.9 ms, 100 a second. */
    static ScenarioResult ok() {
        return with(1000, Map.of(), 0);
    }

    static ScenarioResult with(long requests, Map<Outcome, Long> errors, long dropped) {
        return with(requests, errors, dropped, 12_300_000);
    }

    /** Not one failed, but others hung through the whole measured time. */
    static ScenarioResult hanging(long requests, Map<Outcome, Long> hung) {
        return result(requests, Map.of(), 0, 12_300_000, hung, OptionalLong.empty(), Optional.empty());
    }

    static ScenarioResult with(long requests, Map<Outcome, Long> errors, long dropped, long p99) {
        return result(requests, errors, dropped, p99, Map.of(), OptionalLong.empty(), Optional.empty());
    }

    /** 1000 requests and p99 12.3 ms. */
    static ScenarioResult with(Map<Outcome, Long> errors, long reconnected, Map<Shortage, Long> shortages) {
        return result(1000, errors, 0, 12_300_000, Map.of(), OptionalLong.of(reconnected), Optional.of(shortages));
    }

    private static ScenarioResult result(
            long requests,
            Map<Outcome, Long> errors,
            long dropped,
            long p99,
            Map<Outcome, Long> hung,
            OptionalLong reconnected,
            Optional<Map<Shortage, Long>> shortages) {
        long failed = errors.values().stream().mapToLong(Long::longValue).sum();
        TimeSummary times = new TimeSummary(p99 / 4, p99 / 2.0, p99 / 2, p99, p99, p99, p99 * 2, p99 * 3);
        return new ScenarioResult(
                SCENARIO,
                Client.ASYNC,
                new Load.Closed(5),
                requests,
                0,
                Optional.empty(),
                Optional.of(hung),
                errors,
                Optional.empty(),
                10,
                (double) (requests - failed) / 10,
                times,
                times,
                Optional.empty(),
                OptionalLong.of(0),
                dropped,
                reconnected,
                shortages,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "17",
                0,
                OptionalInt.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static RunResult run(Plan plan, ScenarioResult... results) {
        Environment like = ResultFixtures.run().environment();
        Environment environment = new Environment(
                like.startedAt(),
                like.fetchmark(),
                like.cpuModel(),
                like.cores(),
                like.os(),
                like.kernel(),
                like.jdk(),
                like.docker(),
                like.maven(),
                plan.seed(),
                ScenarioHash.of(plan),
                like.clientCpus());
        return new RunResult(
                RunResult.SCHEMA_VERSION, environment, ResultFixtures.run().target(), List.of(results), List.of());
    }
}
