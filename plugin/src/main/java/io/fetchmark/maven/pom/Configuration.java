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
 * @param history the folder that keeps the figures of each build; absent if they are not kept
 * @param exports the tools for which they are written
 */
public record Configuration(
        @Nullable TargetElement target,
        @Nullable BaselineElement baseline,
        @Nullable String workers,
        @Nullable String onInconclusive,
        @Nullable String history,
        @Nullable String exports,
        List<ScenarioElement> scenarios) {

    /** Whether a scenario is held against the baseline. */
    boolean compares() {
        return scenarios.stream().anyMatch(scenario -> scenario.regression != null);
    }

    /** This configuration, kept as another one says where it does not say so itself. */
    public Configuration keptAs(Configuration other) {
        return new Configuration(
                target,
                baseline,
                workers,
                onInconclusive,
                history == null ? other.history : history,
                exports == null ? other.exports : exports,
                scenarios);
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
