package io.fetchmark.result;

/**
 * One step of a ladder.
 *
 * @param fetches how many were due at once
 * @param seconds from then until the last had ended
 */
public record LadderStep(int fetches, double seconds) {}
