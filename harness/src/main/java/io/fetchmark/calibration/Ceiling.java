package io.fetchmark.calibration;

import io.fetchmark.plan.Client;

/**
 * What one client does at most: measured against a trivial target that costs less than any client.
 *
 * @param jdk the feature version of Java that drove the load
 * @param concurrency exchanges in flight
 * @param requestsPerSecond successful ones
 * @param cpuNanosPerRequest CPU time of the client
 * @param cpuShare of its CPUs, 0 to 1: where it is far from 1 the client waited, and CPUs were not its limit
 * @param measuredAt ISO 8601
 * @param fetchmark the version of this library
 */
public record Ceiling(
        Client client,
        int jdk,
        int concurrency,
        double requestsPerSecond,
        double cpuNanosPerRequest,
        double cpuShare,
        String measuredAt,
        String fetchmark) {

    boolean isOf(Client other, int feature) {
        return client == other && jdk == feature;
    }
}
