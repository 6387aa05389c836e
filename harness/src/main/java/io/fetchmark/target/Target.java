package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.TargetFacts;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A target that answers, until it or its {@link TargetHost} is closed. Any thread may call any method.
 *
 * <pre>
 *              pause
 *   answers ----------&gt; paused: connections stay, it has no CPU time
 *       ^--------------'
 *              resume
 * </pre>
 */
public final class Target implements AutoCloseable {

    private final TargetFacts facts;
    private final Optional<HostLine> line;
    private final Optional<Counters> counters;

    private Target(TargetFacts facts, Optional<HostLine> line, Optional<Counters> counters) {
        this.facts = facts;
        this.line = line;
        this.counters = counters;
    }

    static Target owned(HostMessage.Ready ready, HostLine line) {
        return new Target(ready.facts(), Optional.of(line), ready.counters());
    }

    /** One that was there before, and stays. */
    static Target found(TargetFacts facts) {
        return new Target(facts, Optional.empty(), Optional.empty());
    }

    /** What runs and where it answers. */
    public TargetFacts facts() {
        return facts;
    }

    /**
     * Completes if the target ends before it is closed, with the reason: its exit status and the last lines of its log.
     * What was measured until then says nothing. Never completes for a target that was there before.
     */
    public CompletableFuture<String> death() {
        return line.map(HostLine::death).orElseGet(CompletableFuture::new);
    }

    /**
     * A meter of what the target uses, which runs until it is closed. It knows nothing of a target that was there before.
     */
    public TargetMeter meter() {
        Optional<MeterSource> source = counters.map(Counters::source);
        Optional<CpuSet> own = facts.cpus()
                .map(CpuSet::parse)
                .or(() -> source.filter(MeterSource::isPrompt).flatMap(any -> HostReading.allCpus()));
        return TargetMeter.start(source, facts.availableCpus(), own, this::read);
    }

    /** What it has used until now, or when that was told last. */
    public Optional<Reading> read() {
        return counters.flatMap(Counters::read).or(() -> line.flatMap(HostLine::told));
    }

    /**
     * Makes sure that a difference between the two would be one of theirs.
     *
     * @throws TargetFailure if they run in different ways
     */
    public void checkComparableTo(Target other) throws TargetFailure {
        Optional<String> reason = facts.whyNotComparableTo(other.facts);
        if (reason.isPresent()) {
            throw new TargetFailure(reason.get());
        }
    }

    /**
     * Takes all CPU time from it, and returns when that is done. One that was there before, or is embedded, goes on.
     *
     * @throws TargetFailure if it cannot be, for example because it has ended
     */
    public void pause() throws TargetFailure, InterruptedException {
        if (line.isPresent()) {
            line.get().pause();
        }
    }

    /**
     * Lets a paused one go on, and returns when it does.
     *
     * @throws TargetFailure if it cannot be
     */
    public void resume() throws TargetFailure, InterruptedException {
        if (line.isPresent()) {
            line.get().resume();
        }
    }

    /** Removes the target, if it was started here, and waits until it is gone. */
    @Override
    public void close() {
        try {
            if (line.isPresent()) {
                line.get().remove();
            }
        } catch (TargetFailure e) {
            // Its host removes what is left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
