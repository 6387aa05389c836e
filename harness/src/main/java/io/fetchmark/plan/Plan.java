package io.fetchmark.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that is to be measured in one run, in order.
 *
 * @param baseline what the scenarios with a {@link Regression} are held against; there if there is such a scenario
 * @param workers how many forked JVMs drive the load of a scenario and client together, 1 to 64
 * @param seed where every random choice comes from
 */
public record Plan(
        TargetSpec target,
        Optional<Baseline> baseline,
        RuntimeChoice runtime,
        int workers,
        List<Scenario> scenarios,
        long seed) {

    public static final int MOST_WORKERS = 64;

    public Plan {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new InvalidValue("workers", "must be from 1 to " + MOST_WORKERS + ", was " + workers);
        }
        scenarios = List.copyOf(scenarios);
        if (scenarios.isEmpty()) {
            throw new InvalidValue("scenarios", "must name at least one scenario, was empty");
        }
        long names = scenarios.stream().map(Scenario::name).distinct().count();
        if (names < scenarios.size()) {
            throw new InvalidValue(
                    "scenarios",
                    "must have names that differ, was "
                            + scenarios.stream().map(Scenario::name).toList());
        }
        checkFiles(scenarios);
        runtime.checkAgainst(target);
        if (baseline.orElse(null) instanceof Baseline.Beside beside) {
            runtime.checkAgainst(beside.target());
            if (runtime == RuntimeChoice.PROCESS) {
                checkPorts(target, beside.target());
            }
        }
        for (Scenario scenario : scenarios) {
            scenario.checkSharedBy(workers);
            scenario.checkAgainst(target, baseline, runtime);
            if (baseline.isEmpty() && scenario.regression().isPresent()) {
                throw new InvalidValue(
                        "baseline", "must be given for the <regression> of " + scenario.name() + ", was absent");
            }
        }
    }

    /** A client writes files that begin with both names, and not every file system tells upper and lower case apart. */
    private static void checkFiles(List<Scenario> scenarios) {
        Map<String, String> owners = new HashMap<>();
        for (Scenario scenario : scenarios) {
            for (Client client : scenario.clients()) {
                String owner = scenario.name() + " with " + client.label();
                String file = scenario.name() + "-" + client.label();
                String other = owners.putIfAbsent(file.toLowerCase(Locale.ROOT), owner);
                if (other != null) {
                    throw new InvalidValue(
                            "scenarios",
                            "must have names whose files differ, were " + other + " and " + owner + ", both " + file
                                    + "-*.hlog: rename one");
                }
            }
        }
    }

    private static void checkPorts(TargetSpec target, TargetSpec beside) {
        if (target instanceof JarSpec one && beside instanceof JarSpec other) {
            int port = one.container().port();
            if (other.container().port() == port) {
                throw new InvalidValue(
                        "baseline",
                        "must listen at another <port> than the target, as both are processes of this machine, was "
                                + port);
            }
        }
    }

    /** A plan without a baseline. */
    public Plan(TargetSpec target, RuntimeChoice runtime, int workers, List<Scenario> scenarios, long seed) {
        this(target, Optional.empty(), runtime, workers, scenarios, seed);
    }

    /** A plan whose load one forked JVM drives. */
    public Plan(TargetSpec target, RuntimeChoice runtime, List<Scenario> scenarios, long seed) {
        this(target, runtime, 1, scenarios, seed);
    }

    /** This plan with so many forked JVMs that drive the load together. */
    public Plan sharedBy(int newWorkers) {
        return new Plan(target, baseline, runtime, newWorkers, scenarios, seed);
    }

    /** This plan with a baseline. */
    public Plan against(Baseline other) {
        return new Plan(target, Optional.of(other), runtime, workers, scenarios, seed);
    }

    /** The version of HTTP that every target can be asked by: 2 if all scenarios want it, else 1.1. */
    public HttpVersion http() {
        return scenarios.stream().allMatch(scenario -> scenario.request().http() == HttpVersion.HTTP_2)
                ? HttpVersion.HTTP_2
                : HttpVersion.HTTP_1_1;
    }

    /**
     * How many tests for a regression there are in the whole build, any of which may fail it: one for each metric of each
     * scenario and client.
     */
    public int tests() {
        return scenarios.stream().mapToInt(Scenario::tests).sum();
    }
}
