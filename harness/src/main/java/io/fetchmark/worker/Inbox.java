package io.fetchmark.worker;

import io.fetchmark.measure.Recording;
import io.fetchmark.measure.Slice;
import io.fetchmark.measure.SliceBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** What the parent has been told by one worker so far. Not for use by several threads. */
final class Inbox {

    private final Consumer<Progress> progress;
    private final SliceBuffer slices = new SliceBuffer();
    private Optional<Measurement> measurement = Optional.empty();
    private Optional<Blocked> block = Optional.empty();
    private Optional<Ended> end = Optional.empty();
    private int starts;
    private boolean waiting;
    private boolean asked;

    Inbox(Consumer<Progress> progress) {
        this.progress = progress;
    }

    void take(Ready ready) {
        if (waiting || ready.starts() != starts) {
            throw new IllegalArgumentException(
                    "it waits after " + ready.starts() + " starts, and has been given " + starts);
        }
        waiting = true;
    }

    void take(Clocked clocked) {
        if (!asked) {
            throw new IllegalArgumentException("it read its clock, and was not asked to: " + clocked);
        }
        asked = false;
    }

    void take(Progress step) {
        progress.accept(step);
    }

    void take(Slice slice) {
        slices.add(slice);
    }

    void take(Blocked blocked) {
        block = Optional.of(blocked);
    }

    void take(Ended ended) {
        end = Optional.of(ended);
    }

    void take(Measured measured) {
        Recording recording = slices.recording();
        if (recording.requests() != measured.requests()) {
            throw new IllegalArgumentException(
                    "its slices hold " + recording.requests() + " exchanges where " + measured.requests() + " ended");
        }
        measurement = Optional.of(measured.with(recording));
    }

    /** Whether the worker waits for a start. */
    boolean isWaiting() {
        return waiting;
    }

    /** The worker has been given its start. */
    void started() {
        waiting = false;
        block = Optional.empty();
        starts++;
    }

    /** The worker has been asked what its clock says. */
    void ask() {
        asked = true;
    }

    /** Whether it has yet to answer that. */
    boolean isAsked() {
        return asked;
    }

    /** The block that was started last, once it has ended. */
    Optional<Blocked> block() {
        return block;
    }

    /** What it said when it had driven its last block. */
    Optional<Ended> end() {
        return end;
    }

    /** The measurement, once the last message is there. */
    Optional<Measurement> measurement() {
        return measurement;
    }
}
