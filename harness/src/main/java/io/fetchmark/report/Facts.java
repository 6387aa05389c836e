package io.fetchmark.report;

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

    static List<Fact> of(TargetFacts target, Language language) {
        return Stream.of(
                        Fact.of(language.say("fact-kind"), target.kind()),
                        Fact.of(language.say("fact-ran"), runtime(target.runtime(), language)),
                        Fact.of(language.say("fact-path"), path(target.networkPath(), language)),
                        Fact.of(language.say("fact-address"), target.url().toString()),
                        Fact.of(language.say("fact-jar"), target.jar().map(JarFacts::file)),
                        Fact.of(language.say("fact-artifact"), target.jar().flatMap(JarFacts::artifact)),
                        Fact.of(language.say("fact-jar-hash"), target.jar().map(JarFacts::sha256)),
                        Fact.of(language.say("fact-jar-java"), target.jar().flatMap(JarFacts::java)),
                        Fact.of(language.say("fact-image"), target.image()),
                        Fact.of(language.say("fact-image-id"), target.imageId()),
                        Fact.of(language.say("fact-image-digest"), target.imageDigest()),
                        Fact.of(language.say("fact-engine"), target.engine()),
                        Fact.of(language.say("fact-cpus"), target.cpus().orElse(language.say("fact-any-cpu"))),
                        Fact.of(
                                language.say("fact-cpu-limit"),
                                target.limits()
                                        .filter(limits -> limits.cpus().isPresent())
                                        .map(limits -> cpus(limits.cpus().orElseThrow(), language))),
                        Fact.of(
                                language.say("fact-memory-limit"),
                                target.limits()
                                        .filter(limits -> limits.memoryBytes().isPresent())
                                        .map(limits ->
                                                mebibytes(limits.memoryBytes().orElseThrow(), language))),
                        Fact.of(language.say("fact-delay"), target.delay().map(delay -> delay(delay, language))))
                .flatMap(fact -> fact)
                .toList();
    }

    static List<Fact> of(Environment environment, Language language) {
        return Stream.of(
                        Fact.of(language.say("fact-started"), environment.startedAt()),
                        Fact.of(language.say("fact-fetchmark"), environment.fetchmark()),
                        Fact.of(language.say("fact-cpu"), environment.cpuModel()),
                        Fact.of(language.say("fact-cores"), language.count(environment.cores())),
                        Fact.of(language.say("fact-system"), environment.os() + " " + environment.kernel()),
                        Fact.of(language.say("fact-jdk"), environment.jdk()),
                        Fact.of(language.say("fact-docker"), environment.docker()),
                        Fact.of(language.say("fact-maven"), environment.maven()),
                        Fact.of(
                                language.say("fact-client-cpus"),
                                environment.clientCpus().orElse(language.say("fact-any-cpu"))),
                        Fact.of(language.say("fact-seed"), Long.toString(environment.seed())),
                        Fact.of(language.say("fact-scenario-hash"), environment.scenarioHash()))
                .flatMap(fact -> fact)
                .toList();
    }

    static String runtime(TargetRuntime runtime, Language language) {
        return language.say(
                switch (runtime) {
                    case DOCKER -> "runtime-docker";
                    case PROCESS -> "runtime-process";
                    case EMBEDDED -> "runtime-embedded";
                    case EXTERNAL -> "runtime-external";
                });
    }

    private static String path(NetworkPath path, Language language) {
        return language.say(
                switch (path) {
                    case HOST -> "path-host";
                    case DIRECT -> "path-direct";
                    case MAPPED -> "path-mapped";
                    case LOOPBACK -> "path-loopback";
                });
    }

    private static String cpus(double number, Language language) {
        return language.say("fact-cpu-count", language.factor(number), number);
    }

    private static String mebibytes(long bytes, Language language) {
        return language.say("fact-memory", language.factor(bytes / (double) (1 << 20)));
    }

    private static String delay(DelayFacts delay, Language language) {
        return language.say(
                "fact-delay-measured",
                language.time((double) delay.wantedNanos()),
                delay.way(),
                language.time((double) delay.p50Nanos()),
                language.time((double) delay.p99Nanos()),
                delay.fetches());
    }
}
