package io.fetchmark.measure;

/**
 * The measured time of a load, which may be set while the load runs, once: until then all is warm-up. Any thread may call any
 * method.
 *
 * <pre>
 *   load begins        set            start                          end
 *        |--------------|---------------|-----------------------------|
 *             warm-up        warm-up               measured
 * </pre>
 */
public final class MeasuredTime {

    /** All of it, so that it is seen at once. */
    private record Span(boolean set, long start, long end) {}

    private volatile Span span = new Span(false, 0, 0);

    /** One that will be set. */
    public MeasuredTime() {}

    /**
     * One that is set.
     *
     * @param start the first instant of it
     * @param end the first instant after it
     */
    public MeasuredTime(long start, long end) {
        set(start, end);
    }

    /** Sets it. Exchanges that were due after the start and have ended before this call count as warm-up. */
    public synchronized void set(long start, long end) {
        if (isSet()) {
            throw new IllegalStateException("is set already");
        }
        span = new Span(true, start, end);
    }

    public boolean isSet() {
        return span.set;
    }

    /** Whether an instant is within it. */
    public boolean contains(long instant) {
        Span now = span;
        return now.set && instant - now.start >= 0 && instant - now.end < 0;
    }

    /** Whether an instant is before it, as all are as long as it is not set. */
    public boolean isAhead(long instant) {
        Span now = span;
        return !now.set || instant - now.start < 0;
    }

    /** Whether an instant is after it, as none is as long as it is not set. */
    public boolean isOver(long instant) {
        Span now = span;
        return now.set && instant - now.end >= 0;
    }

    /** The first instant of it; only of one that is set. */
    public long start() {
        return known().start;
    }

    /** The first instant after it; only of one that is set. */
    public long end() {
        return known().end;
    }

    private Span known() {
        Span now = span;
        if (!now.set) {
            throw new IllegalStateException("is not set yet");
        }
        return now;
    }
}
