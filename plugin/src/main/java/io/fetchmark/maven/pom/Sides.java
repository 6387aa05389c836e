package io.fetchmark.maven.pom;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.UrlSpec;
import java.util.Optional;

/**
 * What the scenarios of an execution have in common.
 *
 * @param target what they fetch from
 * @param baseline what it is held against
 */
record Sides(TargetSpec target, Optional<Baseline> baseline, RuntimeChoice runtime) {

    /** Whether what each side uses of the machine is known. */
    boolean areMetered() {
        boolean besideUrl =
                baseline.orElse(null) instanceof Baseline.Beside beside && beside.target() instanceof UrlSpec;
        return !(target instanceof UrlSpec) && !besideUrl;
    }

    /**
     * Checks that a scenario can be measured and compared here.
     *
     * @throws io.fetchmark.plan.InvalidValue if it cannot
     */
    void check(Scenario scenario) {
        scenario.checkAgainst(target, baseline, runtime);
    }
}
