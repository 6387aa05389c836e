package io.fetchmark;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A run with a target and a baseline, which says in which phase it is. See {@code dev/kill-matrix}. */
final class KilledRun {

    private KilledRun() {}

    /** Arguments: a directory, an image of nginx. */
    // Its standard output is what the script is for.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        NginxSpec target = NginxSpec.welcome(arguments[1]);
        Scenario scenario = Scenario.of("home", Request.get("/"), new Load.Closed(2), Client.EVENT_LOOP)
                .lasting(Duration.ofSeconds(2), Duration.ofSeconds(10))
                .comparedBy(Regression.of(RegressionMetric.P50.gated()));
        Plan plan = new Plan(
                target, Optional.of(new Baseline.Beside(target)), RuntimeChoice.DOCKER, 1, List.of(scenario), 1);
        System.out.println("PHASE start");
        try {
            new Harness(HarnessOptions.in(Path.of(arguments[0])), new Phases()).run(plan);
            System.out.println("MEASURED");
        } catch (MeasurementException e) {
            System.out.println("FAILED " + e.getMessage());
        }
    }

    // As above.
    @SuppressWarnings("SystemOut")
    private static final class Phases implements RunListener {
        @Override
        public void started(Scenario scenario, Client client) {
            System.out.println("PHASE load");
        }

        @Override
        public void compared(Scenario scenario, Client client, int pairs, int planned) {
            System.out.println("PHASE compare");
        }

        @Override
        public void warning(String sentence) {
            System.out.println("WARNING " + sentence);
        }
    }
}
