package io.fetchmark.measure;

/**
 * A figure of a target that still changed when its warm-up ended.
 *
 * @param before its median in the last quarter of the warm-up but one, in nanoseconds
 * @param last its median in the last quarter
 */
public record Unsettled(Figure figure, double before, double last) {

    /** What was watched. */
    public enum Figure {
        /** CPU time of the target by requests. */
        CPU_PER_REQUEST("its CPU time a request"),
        /** The median response time. */
        P50("its p50");

        private final String words;

        Figure(String words) {
            this.words = words;
        }
    }

    /** {@code its CPU time a request still went from 2.06 ms to 1.71 ms}. */
    public String words() {
        return figure.words + " still went from " + Units.time(before) + " to " + Units.time(last);
    }
}
