package io.fetchmark;

import io.fetchmark.comparison.Entry;
import io.fetchmark.comparison.Lineup;
import io.fetchmark.comparison.Spectator;
import io.fetchmark.comparison.Tournament;
import io.fetchmark.fork.Jdk;
import io.fetchmark.gate.Gate;
import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.Comparison;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.target.TargetFailure;
import io.fetchmark.target.TargetHost;
import io.fetchmark.worker.Place;
import io.fetchmark.worker.WorkerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The part of a run in which the target is held against its baseline: several starts of both, measured in turn. */
final class SideBySide {

    /** So that its coins are others than those of the first part of the run. */
    private static final long OWN_CHANCE = 0x5eed;

    private final Plan plan;
    private final TargetHost host;
    private final HarnessOptions options;
    private final RunListener listener;

    SideBySide(Plan plan, TargetHost host, HarnessOptions options, RunListener listener) {
        this.plan = plan;
        this.host = host;
        this.options = options;
        this.listener = listener;
    }

    /**
     * Compares what is to be compared.
     *
     * @param measured by the run until now
     * @return that with the comparisons, as it was also written to the directory
     */
    RunResult compare(RunResult measured, CpuSplit cpus)
            throws TargetFailure, WorkerFailure, IOException, InterruptedException {
        List<Entry> entries = entries(cpus.beside(measured.target()));
        if (plan.baseline().isEmpty() || entries.isEmpty()) {
            return measured;
        }
        Baseline baseline = plan.baseline().get();
        if (baseline instanceof Baseline.Recorded
                && !measured.target().runtime().allowsReference()) {
            listener.warning(
                    "nothing is compared with the recorded baseline: no reference can run beside a target that is "
                            + measured.target().runtime());
            return measured;
        }
        Lineup lineup = new Lineup(
                plan.target(),
                other(baseline),
                baseline instanceof Baseline.Recorded,
                plan.runtime(),
                options.directory(),
                cpus.beside(measured.target()).target(),
                plan.http());
        listener.comparing(entries.size());
        Tournament tournament = new Tournament(
                host,
                lineup,
                new Gate(plan.tests()),
                new Told(listener),
                new SplittableRandom(plan.seed() ^ OWN_CHANCE));
        Tournament.Outcome outcome = tournament.run(entries);
        for (Comparison comparison : outcome.comparisons()) {
            comparison.warnings().forEach(listener::warning);
        }
        RunResult compared = measured.compared(outcome.baseline(), outcome.comparisons());
        ResultFile.write(options.directory(), compared);
        return compared;
    }

    private static TargetSpec other(Baseline baseline) {
        if (baseline instanceof Baseline.Beside beside) {
            return beside.target();
        }
        return ((Baseline.Recorded) baseline).reference();
    }

    /** Clients that could not be measured alone cannot be compared either. */
    private List<Entry> entries(CpuSplit cpus) {
        JdkChoice jdks = new JdkChoice(options.jdk(), options.otherJdks(), System.getenv());
        List<Entry> entries = new ArrayList<>();
        for (Scenario scenario : plan.scenarios()) {
            if (scenario.regression().isPresent()) {
                for (Client client : scenario.clients()) {
                    jdks.choose(client)
                            .ifPresent(
                                    jdk -> entries.add(new Entry(scenario, client, plan.workers(), place(jdk, cpus))));
                }
            }
        }
        return entries;
    }

    private Place place(Jdk jdk, CpuSplit cpus) {
        return new Place(jdk, options.workerClassPath(), options.workerOptions(), cpus.client());
    }

    /** What a comparison tells, told to the listener of the run. */
    record Told(RunListener listener) implements Spectator {

        @Override
        public void measured(Scenario scenario, Client client, int pairs, int planned) {
            listener.compared(scenario, client, pairs, planned);
        }

        @Override
        public void confirming(int suspects) {
            listener.confirming(suspects);
        }

        @Override
        public void detail(String line) {
            listener.detail(line);
        }
    }
}
