package io.fetchmark.plan;

import java.util.List;

/**
 * All that is to be measured in one run, in order.
 *
 * @param seed where every random choice comes from
 */
public record Plan(TargetSpec target, RuntimeChoice runtime, List<Scenario> scenarios, long seed) {

    public Plan {
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
        for (Scenario scenario : scenarios) {
            scenario.requireFor(target);
        }
    }
}
