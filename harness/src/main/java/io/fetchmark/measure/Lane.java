package io.fetchmark.measure;

/** A way into a recorder for the exchanges of one thread, cheaper than {@link Recorder#record}. */
public final class Lane {

    private final Recorder recorder;
    private final Times<?> times;

    Lane(Recorder recorder, Times<?> times) {
        this.recorder = recorder;
        this.times = times;
    }

    /** One exchange has ended: see {@link Recorder#record}. Always called by the same thread. */
    public void record(long intended, long ready, long started, long ended, Outcome outcome) {
        recorder.record(times, intended, ready, started, ended, outcome);
    }
}
