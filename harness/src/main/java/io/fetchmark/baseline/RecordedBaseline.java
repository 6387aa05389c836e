package io.fetchmark.baseline;

import io.fetchmark.calibration.Fingerprint;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs that a project has accepted as its baseline.
 *
 * @param schemaVersion of the file, {@value #SCHEMA_VERSION}
 * @param runs the newest last, at most {@value #MOST_RUNS}, each once
 */
public record RecordedBaseline(int schemaVersion, List<RecordedRun> runs) {

    public static final int SCHEMA_VERSION = 1;

    /** With fewer, the spread from run to run is hardly known: Student's t(0.99) is 2.8 for 10 runs, and 4.5 for 4. */
    public static final int ENOUGH_RUNS = 10;

    /** Older runs say little of the machine and of the project as they are now. */
    public static final int MOST_RUNS = 50;

    /** Nothing was recorded. */
    public static final RecordedBaseline NONE = new RecordedBaseline(SCHEMA_VERSION, List.of());

    public RecordedBaseline {
        runs = List.copyOf(runs);
        if (runs.size() > MOST_RUNS) {
            throw new IllegalArgumentException("must hold at most " + MOST_RUNS + " runs, was " + runs.size());
        }
        if (runs.stream().map(RecordedRun::startedAt).distinct().count() < runs.size()) {
            throw new IllegalArgumentException("must hold each run once");
        }
    }

    /** Whether the run that started then is in here. One run is one sample, however often it is recorded. */
    public boolean holds(String startedAt) {
        return runs.stream().anyMatch(run -> run.startedAt().equals(startedAt));
    }

    /** How many runs are of that machine. */
    public long of(Fingerprint machine) {
        return runs.stream().filter(run -> run.machine().equals(machine)).count();
    }

    /** These runs and a newer one; the oldest is left out where there would be too many. */
    public RecordedBaseline with(RecordedRun newer) {
        List<RecordedRun> all = new ArrayList<>(runs);
        all.add(newer);
        return new RecordedBaseline(SCHEMA_VERSION, all.subList(Math.max(0, all.size() - MOST_RUNS), all.size()));
    }
}
