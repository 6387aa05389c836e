package io.fetchmark.worker;

/**
 * How far a measurement is; told each second or more often.
 *
 * @param phase what the worker is doing
 * @param elapsedSeconds since the phase began
 * @param requests exchanges that have ended in this phase
 * @param failed how many of them failed; 0 during the warm-up, which is not judged
 * @param dropped arrivals of this phase that were never started
 * @param requestsPerSecond lately
 * @param p50Nanos the median response time lately, 0 if nothing has ended
 * @param fetches the step that a ladder is on; 0 for another load
 */
public record Progress(
        Phase phase,
        double elapsedSeconds,
        long requests,
        long failed,
        long dropped,
        double requestsPerSecond,
        long p50Nanos,
        int fetches) {

    /** How far two workers are together. Of the median response times it has the mean, weighted by requests. */
    Progress plus(Progress other) {
        if (phase != other.phase) {
            // What counts in the new phase has nothing to do with what was counted in the old one.
            return phase.compareTo(other.phase) > 0 ? this : other;
        }
        double rate = requestsPerSecond + other.requestsPerSecond;
        double p50 = rate > 0 ? (p50Nanos * requestsPerSecond + other.p50Nanos * other.requestsPerSecond) / rate : 0;
        return new Progress(
                phase,
                Math.max(elapsedSeconds, other.elapsedSeconds),
                requests + other.requests,
                failed + other.failed,
                dropped + other.dropped,
                rate,
                Math.round(p50),
                fetches + other.fetches);
    }

    /** What a worker is doing. */
    public enum Phase {
        /** Load runs, and is not measured. */
        WARM_UP,
        /** Load runs and is measured. */
        MEASURE
    }
}
