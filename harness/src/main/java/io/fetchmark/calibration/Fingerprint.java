package io.fetchmark.calibration;

import io.fetchmark.result.Environment;
import java.util.Optional;

/**
 * What makes two machines the same for a client: what is calibrated on one says nothing about another.
 *
 * @param cores logical CPUs that the harness may use
 * @param clientCpus the CPUs that the forked JVM is held to; absent if it may use all
 */
public record Fingerprint(String cpuModel, int cores, Optional<String> clientCpus) {

    public static Fingerprint of(Environment environment) {
        return new Fingerprint(environment.cpuModel(), environment.cores(), environment.clientCpus());
    }
}
