package io.fetchmark.result;

/**
 * How the delay of a target is made, and how exact it is: single fetches before any load, over one connection.
 *
 * @param way how it is made: echo, njs, core or embedded
 * @param wantedNanos what was asked for
 * @param p50Nanos median of what was measured
 * @param p99Nanos 99th percentile of what was measured
 * @param fetches how many were measured
 */
public record DelayFacts(String way, long wantedNanos, long p50Nanos, long p99Nanos, int fetches) {}
