package io.fetchmark.engine;

import io.fetchmark.measure.MeasuredTime;

/** Keeps a number of exchanges in flight until the end of a time. */
final class ClosedFeed implements Feed {

    private final int concurrency;
    private final MeasuredTime time;
    private int inFlight;

    ClosedFeed(int concurrency, MeasuredTime time) {
        this.concurrency = concurrency;
        this.time = time;
    }

    @Override
    public void feed(LoopRun run, long now, int most) {
        inFlight = run.inFlight();
        long instant = now;
        for (int i = 0; i < most && inFlight < concurrency && !isOver(instant); i++) {
            run.start(instant, instant, instant);
            inFlight = run.inFlight();
            if (inFlight < concurrency) {
                instant = run.now();
            }
        }
    }

    @Override
    public long next(long now) {
        return inFlight < concurrency && !isOver(now) ? 0 : NEVER;
    }

    @Override
    public boolean isOver(long now) {
        return time.isOver(now);
    }
}
