package io.fetchmark.maven.pom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code <configuration>} of an execution, as Maven has filled it: nothing is checked yet.
 *
 * @param target absent for nginx
 * @param baseline absent if nothing is compared
 * @param workers how many forked JVMs drive the load together
 * @param onInconclusive what a verdict in doubt does to the build
 */
public record Configuration(
        @Nullable TargetElement target,
        @Nullable BaselineElement baseline,
        @Nullable String workers,
        @Nullable String onInconclusive,
        List<ScenarioElement> scenarios) {

    /** Whether a scenario is held against the baseline. */
    boolean compares() {
        return scenarios.stream().anyMatch(scenario -> scenario.regression != null);
    }

    /** The names of its scenarios, as far as they have any. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (ScenarioElement scenario : scenarios) {
            if (scenario.name != null) {
                names.add(scenario.name.trim());
            }
        }
        return names;
    }
}
