package io.fetchmark.worker;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.arrival.EveryNth;
import io.fetchmark.arrival.OpenEnded;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * What one worker of a crew does of their assignment. The parts of all of them are the whole: each exchange of the load is
 * in one part.
 *
 * @param index of the worker, from 0
 * @param workers how many there are
 */
record Part(Assignment assignment, int index, int workers) {

    /** Of so many random arrivals that are expected, none is due in one of 500 million runs. */
    private static final double CERTAIN = 20;

    /** Longer than any load lasts, and still a number of nanoseconds. */
    private static final Duration ENDLESS = Duration.ofDays(1000);

    Part {
        if (index < 0 || index >= workers) {
            throw new IllegalArgumentException("there is no worker " + index + " of " + workers);
        }
    }

    Scenario scenario() {
        return assignment.scenario();
    }

    /** How many exchanges of a closed load it keeps in flight. */
    int concurrency(Load.Closed load) {
        return share(load.concurrency());
    }

    /** Whether something of it is certain to be due in the measured time. */
    boolean hasShare() {
        Load load = scenario().load();
        return load instanceof Load.Closed
                || (load instanceof Load.Ladder ladder
                        && fetches(ladder).stream().anyMatch(fetches -> fetches > 0))
                || (load instanceof Load.Open open
                        && open.arrivalRate() * scenario().duration().toNanos() / 1e9 / workers >= CERTAIN);
    }

    /** Whether it has nothing to show of its share: no exchange that ended, hung or was dropped. */
    boolean isIdle(Measurement measured) {
        return hasShare()
                && measured.recording().requests() == 0
                && measured.recording().dropped() == 0
                && measured.hung().values().stream().allMatch(count -> count == 0);
    }

    /** Its arrivals of an open load, during the warm-up and a measured time that may be set meanwhile. */
    ArrivalSchedule arrivals(Load.Open load, long begin, MeasuredTime time) {
        return new OpenEnded(
                arrivals(load, ENDLESS, assignment.seed()),
                () -> time.isSet() ? OptionalLong.of(time.end() - begin) : OptionalLong.empty());
    }

    /** Its arrivals of an open load within that time. */
    ArrivalSchedule arrivals(Load.Open load, Duration time, long seed) {
        return new EveryNth(ArrivalSchedule.of(load, time, new SplittableRandom(seed)), index, workers);
    }

    /** How many fetches it makes in each step of a ladder; may be 0. */
    List<Integer> fetches(Load.Ladder load) {
        return load.fetches().stream().map(this::share).toList();
    }

    /** The size of its pool of threads, where it has one. */
    int threads() {
        return Math.max(1, share(scenario().threads()));
    }

    /** How many exchanges it has in flight at most, where it has no pool. A ladder fetches N times at once, whatever N. */
    int connections() {
        return scenario().load() instanceof Load.Ladder
                ? Load.Ladder.MOST
                : Math.max(1, share(scenario().connections()));
    }

    /** As even as can be: no two shares differ by more than one. */
    private int share(int total) {
        return total / workers + (index < total % workers ? 1 : 0);
    }
}
