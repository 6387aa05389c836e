package io.fetchmark.result;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The machine and the programs of a run.
 *
 * @param startedAt ISO 8601
 * @param fetchmark the version of this library
 * @param cores logical CPUs that this process may use
 * @param jdk of the JVM that ran the harness
 * @param docker version of the engine, if one was used
 * @param maven its version, if it ran the harness
 * @param seed where every random choice came from
 * @param scenarioHash SHA-256 of the plan's scenarios and workers, in hexadecimal: equal if and only if the same was
 *     asked for
 * @param clientCpus the CPUs that the forked JVMs were held to, all to the same; absent if they could use all
 */
public record Environment(
        String startedAt,
        String fetchmark,
        String cpuModel,
        int cores,
        String os,
        String kernel,
        String jdk,
        Optional<String> docker,
        Optional<String> maven,
        long seed,
        String scenarioHash,
        Optional<String> clientCpus) {

    public Environment {
        try {
            Instant unused = Instant.parse(startedAt);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "startedAt must be a time such as 2026-11-22T14:30:00Z, was " + startedAt, e);
        }
    }

    /**
     * This machine, now.
     *
     * @param scenarioHash see {@link ScenarioHash}
     */
    public static Environment here(
            long seed,
            String scenarioHash,
            Optional<String> docker,
            Optional<String> maven,
            Optional<String> clientCpus) {
        return new Environment(
                Instant.now().toString(),
                Machine.fetchmarkVersion(),
                Machine.cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name", "unknown"),
                System.getProperty("os.version", "unknown"),
                Runtime.version().toString(),
                docker,
                maven,
                seed,
                scenarioHash,
                clientCpus);
    }

    /** When the run started. */
    public Instant start() {
        return Instant.parse(startedAt);
    }
}
