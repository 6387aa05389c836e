package io.fetchmark.measure;

/**
 * A line of an interval log.
 *
 * @param startSeconds where it starts, counted from the start of the measured time
 * @param endSeconds where it ends
 */
public record Interval(double startSeconds, double endSeconds, Distribution times) {}
