package io.fetchmark.engine;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.measure.Recorder;

/** Starts exchanges at the instants of a schedule that loops share; an arrival without room waits in the schedule. */
final class OpenFeed implements Feed {

    private final Turns turns;
    private final int room;
    private final Recorder recorder;
    private final OwnDelay own = new OwnDelay();
    /** The arrival that this loop has taken and not yet started. */
    private long offset;

    private boolean taken;
    private boolean full;
    private long roomSince;

    /**
     * @param room how many exchanges may be in flight
     * @param now an instant since which there is room
     */
    OpenFeed(Turns turns, int room, long now, Recorder recorder) {
        this.turns = turns;
        this.room = room;
        this.roomSince = now;
        this.recorder = recorder;
    }

    @Override
    public void feed(LoopRun run, long now, int most) {
        if (full && run.inFlight() < room) {
            full = false;
            roomSince = now;
        }
        long instant = now;
        for (int i = 0; i < most && !full && isDue(instant); i++) {
            long intended = turns.instant(offset);
            long ready = own.ready(intended, roomSince);
            taken = false;
            if (turns.isOver(offset)) {
                offset = ArrivalSchedule.NONE;
                return;
            }
            own.starts(ready, instant);
            if (turns.isTooLate(intended, instant)) {
                recorder.drop(intended, ready, instant);
            } else {
                run.start(intended, ready, instant);
                full = run.inFlight() >= room;
            }
            instant = run.now();
        }
    }

    @Override
    public long next(long now) {
        if (full || offset == ArrivalSchedule.NONE) {
            return NEVER;
        }
        return taken ? Math.min(turns.look(), turns.instant(offset) - now) : 0;
    }

    @Override
    public boolean isOver(long now) {
        return offset == ArrivalSchedule.NONE || (taken && turns.isOver(offset));
    }

    private boolean isDue(long now) {
        if (!taken) {
            offset = turns.next();
            taken = true;
        }
        return offset != ArrivalSchedule.NONE && turns.instant(offset) - now <= 0;
    }
}
