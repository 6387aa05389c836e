package io.fetchmark.measure;

import java.util.function.Supplier;

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

    /** See {@link Recorder#reconnect}. */
    public void reconnect(long intended) {
        recorder.reconnect(intended);
    }

    /** See {@link Recorder#fail}. */
    public void fail(long intended, Outcome outcome) {
        recorder.fail(intended, outcome);
    }

    /** See {@link Recorder#explain}. */
    public void explain(long intended, Outcome kind, int status, Supplier<String> example) {
        recorder.explain(intended, kind, status, example);
    }

    /** See {@link Recorder#lack}. */
    public void lack(long intended, Shortage shortage) {
        recorder.lack(intended, shortage);
    }
}
