package io.fetchmark.engine;

/** Keeps a number of exchanges in flight until an instant. */
final class ClosedFeed implements Feed {

    private final int concurrency;
    private final long until;
    private int inFlight;

    ClosedFeed(int concurrency, long until) {
        this.concurrency = concurrency;
        this.until = until;
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
        return now - until >= 0;
    }
}
