package io.fetchmark.maven.pom;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code <configuration>} of an execution other than the one that is running. */
public final class ConfigurationElement {

    /** The elements that matter here; a configuration may have others, for other goals. */
    public static final Set<String> NAMES =
            Set.of("target", "baseline", "workers", "onInconclusive", "history", "exports", "scenarios");

    private @Nullable TargetElement target;
    private @Nullable BaselineElement baseline;
    private @Nullable String workers;
    private @Nullable String onInconclusive;
    private @Nullable String history;
    private @Nullable String exports;
    private @Nullable List<ScenarioElement> scenarios;

    /** What Maven has filled in. */
    public Configuration configuration() {
        return new Configuration(
                target, baseline, workers, onInconclusive, history, exports, scenarios == null ? List.of() : scenarios);
    }
}
