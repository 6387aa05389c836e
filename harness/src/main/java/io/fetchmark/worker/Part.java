package io.fetchmark.worker;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.arrival.EveryNth;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    Part {
        if (index < 0 || index >= workers) {
            throw new IllegalArgumentException("there is no worker " + index + " of " + workers);
        }
    }

    Scenario scenario() {
        return assignment.scenario();
    }

    /**
     * A warning if it has done nothing of its share, while the others may have done theirs: then less load was put on than
     * was asked for. Empty where none was certain to be due.
     *
     * @param arrivals exchanges and dropped arrivals of the measured time, and those before it that were in flight all the time
     */
    Optional<String> idleWarning(long arrivals) {
        return arrivals == 0 && isBusy()
                ? Optional.of("worker " + (index + 1) + " of " + workers
                        + " made no request in the measured time, so less than"
                        + " the load that was asked for was put on: its process stood still, or its clock is wrong; measure"
                        + " again, with fewer <workers> if it stays so")
                : Optional.empty();
    }

    private boolean isBusy() {
        Load load = scenario().load();
        return load instanceof Load.Closed
                || (load instanceof Load.Open open
                        && open.arrivalRate() * scenario().duration().toNanos() / 1e9 / workers >= CERTAIN);
    }

    /** How many exchanges of a closed load it keeps in flight. */
    int concurrency(Load.Closed load) {
        return share(load.concurrency());
    }

    /** Whether there is anything for it to do in the measured time. */
    boolean hasShare() {
        if (scenario().load() instanceof Load.Open open) {
            ArrivalSchedule arrivals = arrivals(open);
            long offset = arrivals.next();
            while (offset != ArrivalSchedule.NONE
                    && offset < scenario().warmUp().toNanos()) {
                offset = arrivals.next();
            }
            return offset != ArrivalSchedule.NONE;
        }
        return !(scenario().load() instanceof Load.Ladder ladder)
                || fetches(ladder).stream().anyMatch(fetches -> fetches > 0);
    }

    /** Its arrivals of an open load, during the warm-up and the measured time. */
    ArrivalSchedule arrivals(Load.Open load) {
        return arrivals(load, scenario().warmUp().plus(scenario().duration()), assignment.seed());
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
