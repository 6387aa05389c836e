package io.fetchmark.target;

import io.fetchmark.fork.EnvironmentOptions;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.Launch;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.Resources;
import io.fetchmark.result.JarFacts;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * An executable jar as a process of this machine, run by the Java that runs this JVM and held to the CPUs of this JVM. It
 * is started by the thread that must live as long as the process.
 */
final class JarProcess {

    private static final long POLL_MILLIS = 25;
    private static final String ELSEWHERE =
            "let the jar listen at another one, by <args> or <env> and <port>, or run it in a container by"
                    + " -Dfetchmark.runtime=docker";

    private final JarSpec spec;
    private final ContainerSpec wanted;
    private final TargetOrder order;
    private final Ownership ownership;
    private final TargetLog log;
    private final URI url;

    JarProcess(JarSpec spec, TargetOrder order, Ownership ownership, TargetLog log) {
        this.spec = spec;
        this.wanted = spec.container();
        this.order = order;
        this.ownership = ownership;
        this.log = log;
        this.url = URI.create("http://127.0.0.1:" + wanted.port());
    }

    /** @param warnings what a reader must know of why it is a process */
    StartedTarget start(List<String> warnings) throws TargetFailure, IOException, InterruptedException {
        RequiredFiles.check(spec);
        StaleSweep.ofProcesses();
        if (ListeningPorts.isTaken(wanted.port())) {
            throw new TargetFailure("port " + wanted.port() + " of this machine, where " + spec.name()
                    + " is to answer as a process, is taken by another program: end that one, or " + ELSEWHERE);
        }
        JarFacts facts = JarFacts.of(
                spec.file(),
                spec.artifact(),
                Optional.of(Jdk.running().version().toString()));
        ReadyCheck check = ReadyCheck.of(wanted.ready().sign(), log);
        TargetProcess process = ownership.start(builder(), log);
        try {
            awaitReady(process, check);
        } catch (TargetFailure | InterruptedException | RuntimeException e) {
            process.end();
            throw e;
        }
        return new StartedTarget(
                facts(Stream.concat(warnings.stream(), ownWarnings().stream()).toList())
                        .running(facts),
                death(process),
                Optional.of(new ProcessCounters(process.pid())),
                process);
    }

    private ProcessBuilder builder() {
        List<String> command = new ArrayList<>();
        command.add(Jdk.running().executable().toString());
        command.add(TargetProcess.ownerOption(ownership.label()));
        command.addAll(spec.jvmOptions());
        command.addAll(List.of("-jar", spec.file().toAbsolutePath().toString()));
        command.addAll(spec.args());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(order.directory().toFile());
        // That one is for the JVM that we are.
        builder.environment().remove("CLASSPATH");
        EnvironmentOptions.restore(builder.environment());
        builder.environment().putAll(wanted.env());
        return builder;
    }

    private void awaitReady(TargetProcess process, ReadyCheck check) throws TargetFailure, InterruptedException {
        Candidate way = new Candidate(NetworkPath.LOOPBACK, url);
        long end = System.nanoTime() + wanted.ready().timeout().toNanos();
        while (process.isAlive() && System.nanoTime() - end < 0) {
            boolean passes = check.isDue() && check.passes(way);
            if (passes || check.lastStatus().isPresent()) {
                checkListens(process);
            }
            if (passes && process.isAlive()) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new TargetFailure(complaint(process, check) + log.quote());
    }

    // Somebody else may have taken the port since it was free.
    private void checkListens(TargetProcess process) throws TargetFailure {
        Optional<Set<Integer>> ports = process.ports();
        if (process.isAlive() && ports.isPresent() && !ports.get().contains(wanted.port())) {
            throw new TargetFailure("what answers at port " + wanted.port() + " of this machine is not " + spec.name()
                    + ", which listens at " + listing(ports.get()) + ": correct <port>, or " + ELSEWHERE + log.quote());
        }
    }

    private String complaint(TargetProcess process, ReadyCheck check) {
        if (!process.isAlive()) {
            Ending ending = process.ending().join();
            return "the process of " + spec.name() + " " + ending + " instead of serving"
                    + (ending.status() == 0 ? " (its main method must not end before its server does)" : "");
        }
        String time = Durations.format(wanted.ready().timeout());
        if (wanted.ready().sign() instanceof ReadySign.Says says && !check.isDue()) {
            return "the process of " + spec.name() + " runs, but has not said a line with " + says.pattern()
                    + " within " + time + ": correct <ready><log>, or give it more time by <ready><timeout>";
        }
        if (wanted.ready().sign() instanceof ReadySign.Answers answers
                && check.lastStatus().isPresent()) {
            return "the process of " + spec.name() + " answers "
                    + answers.path() + " with status "
                    + check.lastStatus().getAsInt() + ", and not with 200 to 399 within " + time
                    + ": correct <ready>, or give it more time by <ready><timeout>";
        }
        Optional<CheckFailure> failure = Optional.ofNullable(check.failures().get(NetworkPath.LOOPBACK));
        if (failure.filter(CheckFailure::isOfThisMachine).isPresent()) {
            return "the process of " + spec.name() + " runs, but this machine cannot connect to it (" + failure.get()
                    + ")";
        }
        if (failure.filter(any -> any.kind() == CheckFailure.Kind.SILENT).isPresent()) {
            return "the process of " + spec.name() + " takes connections at port " + wanted.port()
                    + ", but has answered nothing within " + time
                    + ": see whether it hangs, correct <ready> or <port>, or give it more time by <ready><timeout>";
        }
        return "the process of " + spec.name() + " runs, but does not answer at port " + wanted.port() + " within "
                + time
                + process.ports()
                        .map(ports -> " (it listens at " + listing(ports) + ")")
                        .orElse("")
                + ": correct <port>, or give it more time by <ready><timeout>";
    }

    private CompletableFuture<String> death(TargetProcess process) {
        return process.ending()
                .thenApply(ending ->
                        "the process of " + spec.name() + " " + ending + " while it was needed" + log.quote());
    }

    private TargetFacts facts(List<String> warnings) {
        return new TargetFacts(
                spec.kind(),
                TargetRuntime.PROCESS,
                NetworkPath.LOOPBACK,
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                order.cpus().filter(any -> Launch.canPin()).map(Object::toString),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                warnings);
    }

    private List<String> ownWarnings() {
        Resources resources = wanted.setup().resources();
        return resources.cpus().isEmpty() && resources.memory().isEmpty()
                ? List.of()
                : List.of(
                        "The target ran as a process, which <cpus> and <memory> do not hold: hold its memory by -Xmx in"
                                + " <jvmOptions>, or run it in a container.");
    }

    private static String listing(Set<Integer> ports) {
        return ports.isEmpty()
                ? "no port"
                : "port "
                        + String.join(", ", ports.stream().map(String::valueOf).toList());
    }
}
