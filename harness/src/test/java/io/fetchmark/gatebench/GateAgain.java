package io.fetchmark.gatebench;

import io.fetchmark.json.Json;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Judge;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the gate says now of builds that were judged when they were measured, for {@code dev/bench-gate again}. Only what
 * follows from the pairs can change: when a build stopped measuring, it did.
 */
final class GateAgain {

    private GateAgain() {}

    /** Arguments: the directory of {@link GateBench}, a log of its builds. Prints the log of those that are kept there. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Path results = Path.of(arguments[0], GateBench.RESULTS);
        // What was compared plays no part in judging.
        NginxSpec any = NginxSpec.welcome("nginx");
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
            BenchedBuild then = Json.read(line, BenchedBuild.class);
            Path kept = results.resolve(Long.toString(then.seed()));
            if (Files.exists(kept)) {
                RunResult run = ResultFile.read(kept);
                Plan plan = GateBench.plan(any, any, Regression.DEFAULT_BUDGET, then.seed());
                System.out.println(Json.line(BenchedBuild.of(
                        then.slower(),
                        then.neighbour(),
                        run,
                        Judge.judge(plan, run),
                        then.seconds(),
                        then.comparisonSeconds())));
            }
        }
    }
}
