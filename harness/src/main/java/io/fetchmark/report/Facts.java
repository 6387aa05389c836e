package io.fetchmark.report;

import io.fetchmark.measure.Units;
import io.fetchmark.result.DelayFacts;
import io.fetchmark.result.Environment;
import io.fetchmark.result.JarFacts;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.util.List;
import java.util.stream.Stream;

/** The target and the machine in words. */
final class Facts {

    private Facts() {}

    static List<Fact> of(TargetFacts target) {
        return Stream.of(
                        Fact.of("Kind", target.kind()),
                        Fact.of("Ran", runtime(target.runtime())),
                        Fact.of("Requests reached it", path(target.networkPath())),
                        Fact.of("Address", target.url().toString()),
                        Fact.of("Jar", target.jar().map(JarFacts::file)),
                        Fact.of("Artifact", target.jar().flatMap(JarFacts::artifact)),
                        Fact.of("SHA-256 of the jar", target.jar().map(JarFacts::sha256)),
                        Fact.of("Java of the jar", target.jar().flatMap(JarFacts::java)),
                        Fact.of("Image", target.image()),
                        Fact.of("Image id", target.imageId()),
                        Fact.of("Image digest", target.imageDigest()),
                        Fact.of("Engine", target.engine()),
                        Fact.of("CPUs", target.cpus().orElse("not held to any")),
                        Fact.of(
                                "Limit of CPU time",
                                target.limits()
                                        .filter(limits -> limits.cpus().isPresent())
                                        .map(limits -> cpus(limits.cpus().orElseThrow()))),
                        Fact.of(
                                "Limit of memory",
                                target.limits()
                                        .filter(limits -> limits.memoryBytes().isPresent())
                                        .map(limits ->
                                                mebibytes(limits.memoryBytes().orElseThrow()))),
                        Fact.of("Delay of each response", target.delay().map(Facts::delay)))
                .flatMap(fact -> fact)
                .toList();
    }

    static List<Fact> of(Environment environment) {
        return Stream.of(
                        Fact.of("Started", environment.startedAt()),
                        Fact.of("Fetchmark", environment.fetchmark()),
                        Fact.of("CPU", environment.cpuModel()),
                        Fact.of("Cores", Units.count(environment.cores())),
                        Fact.of("System", environment.os() + " " + environment.kernel()),
                        Fact.of("JDK of the harness", environment.jdk()),
                        Fact.of("Docker engine", environment.docker()),
                        Fact.of("Maven", environment.maven()),
                        Fact.of("CPUs of the clients", environment.clientCpus().orElse("not held to any")),
                        Fact.of("Seed", Long.toString(environment.seed())),
                        Fact.of("Scenario hash", environment.scenarioHash()))
                .flatMap(fact -> fact)
                .toList();
    }

    static String runtime(TargetRuntime runtime) {
        return switch (runtime) {
            case DOCKER -> "in a container";
            case PROCESS -> "as a process";
            case EMBEDDED -> "as the embedded HTTP server, in a process of its own";
            case EXTERNAL -> "elsewhere, before the run";
        };
    }

    private static String path(NetworkPath path) {
        return switch (path) {
            case HOST -> "over loopback, as the container shares the network of the machine";
            case DIRECT -> "at its own address";
            case MAPPED -> "through a port that the engine forwards, which costs time";
            case LOOPBACK -> "over loopback";
        };
    }

    private static String cpus(double number) {
        return Units.factor(number) + (number == 1 ? " CPU" : " CPUs");
    }

    private static String mebibytes(long bytes) {
        return Units.factor(bytes / (double) (1 << 20)) + " MiB";
    }

    private static String delay(DelayFacts delay) {
        return Units.time((double) delay.wantedNanos()) + " wanted, made by " + delay.way() + "; measured p50 "
                + Units.time((double) delay.p50Nanos()) + ", p99 " + Units.time((double) delay.p99Nanos()) + " in "
                + Units.count(delay.fetches()) + " single fetches";
    }
}
