package io.fetchmark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.arrival.ArrivalSchedule;
import io.fetchmark.json.Json;
import io.fetchmark.measure.MeasuredTime;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Recording;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.Scenario;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** All parts together are the whole. */
final class PartTest {

    private static final long SEED = 7;

    @Property(tries = 200)
    void aClosedLoadIsSharedAsEvenlyAsCanBe(
            @ForAll @IntRange(min = 1, max = 64) int workers,
            @ForAll @IntRange(min = 64, max = 10_000) int concurrency) {
        Load.Closed load = new Load.Closed(concurrency);

        List<Integer> shares = parts(load, workers).stream()
                .map(part -> part.concurrency(load))
                .toList();

        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(concurrency);
        assertThat(shares).allMatch(share -> share == concurrency / workers || share == concurrency / workers + 1);
    }

    @Property(tries = 100)
    void theArrivalsOfAllPartsAreTheScheduleAndNoMore(
            @ForAll @IntRange(min = 1, max = 8) int workers, @ForAll Arrivals arrivals) {
        Load.Open load = new Load.Open(333, arrivals);
        Scenario scenario = scenario(load);
        long[] whole =
                all(ArrivalSchedule.of(load, scenario.warmUp().plus(scenario.duration()), new SplittableRandom(SEED)));

        MeasuredTime time = new MeasuredTime(
                scenario.warmUp().toNanos(),
                scenario.warmUp().plus(scenario.duration()).toNanos());

        List<long[]> shares = parts(load, workers).stream()
                .map(part -> all(part.arrivals(load, 0, time)))
                .toList();

        assertThat(shares.stream().flatMapToLong(LongStream::of).sorted().toArray())
                .isEqualTo(whole);
        for (int i = 0; i < workers; i++) {
            int first = i;
            assertThat(shares.get(i))
                    .isEqualTo(IntStream.range(0, whole.length)
                            .filter(k -> k % workers == first)
                            .mapToLong(k -> whole[k])
                            .toArray());
        }
    }

    @Test
    void aWorkerHasAShareIfSomethingOfItIsCertainToBeDueInTheMeasuredTime() {
        assertThat(parts(new Load.Ladder(List.of(1)), 2).get(0).hasShare()).isTrue();
        assertThat(parts(new Load.Ladder(List.of(1)), 2).get(1).hasShare()).isFalse();
        assertThat(parts(new Load.Closed(2), 2).get(1).hasShare()).isTrue();
        assertThat(parts(new Load.Open(333, Arrivals.POISSON), 2).get(0).hasShare())
                .isTrue();
        assertThat(parts(new Load.Open(0.1, Arrivals.POISSON), 2).get(0).hasShare())
                .as("there may be no arrival")
                .isFalse();
    }

    @Test
    void aWorkerIsIdleThatHasNothingToShowOfItsShare() {
        Part closed = parts(new Load.Closed(2), 2).get(1);

        assertThat(closed.isIdle(nothingBut(Map.of()))).isTrue();
        assertThat(closed.isIdle(nothingBut(Map.of(Outcome.OK, 0L, Outcome.TIMEOUT, 1L))))
                .as("its exchange hung, which is told as such")
                .isFalse();
        assertThat(parts(new Load.Ladder(List.of(1)), 2).get(1).isIdle(nothingBut(Map.of())))
                .as("it had no share")
                .isFalse();
    }

    private static Measurement nothingBut(Map<Outcome, Long> hung) {
        return new Measurement(
                Instant.EPOCH, 1, new Recording(List.of()), 0, hung, List.of(), 0, "17", 1, List.of(), List.of());
    }

    @Test
    void theStepsOfALadderAreSharedEvenWhereThereIsNotOneForEach() {
        Load.Ladder ladder = new Load.Ladder(List.of(1, 2, 3, 10));

        assertThat(parts(ladder, 3).stream().map(part -> part.fetches(ladder)))
                .containsExactly(List.of(1, 1, 1, 4), List.of(0, 1, 1, 3), List.of(0, 0, 1, 3));
    }

    @Test
    void aPoolHasAThreadAndAConnectionInEveryPart() {
        Scenario scenario = scenario(new Load.Open(10, Arrivals.UNIFORM));

        assertThat(parts(scenario, 3).stream().map(Part::threads)).containsExactly(11, 11, 10);
        assertThat(parts(scenario, 64).stream().map(Part::threads)).containsOnly(1);
        assertThat(parts(scenario, 3).stream().map(Part::connections)).containsExactly(86, 85, 85);
    }

    @Test
    void aPartIsReadAsItWasWritten() throws Exception {
        Part part = parts(new Load.Ladder(List.of(1, 5)), 2).get(1);

        assertThat(Json.read(Json.line(part), Part.class)).isEqualTo(part);
        assertThatThrownBy(() -> new Part(part.assignment(), 2, 2)).hasMessage("there is no worker 2 of 2");
    }

    private static List<Part> parts(Load load, int workers) {
        return parts(scenario(load), workers);
    }

    private static List<Part> parts(Scenario scenario, int workers) {
        Assignment whole = new Assignment(URI.create("http://127.0.0.1:1"), scenario, Client.THREADS, SEED);
        return IntStream.range(0, workers)
                .mapToObj(index -> new Part(whole, index, workers))
                .toList();
    }

    private static Scenario scenario(Load load) {
        return Scenario.of("s", Request.get("/"), load, Client.THREADS)
                .lasting(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    private static long[] all(ArrivalSchedule schedule) {
        return LongStream.generate(schedule::next)
                .takeWhile(offset -> offset != ArrivalSchedule.NONE)
                .toArray();
    }
}
