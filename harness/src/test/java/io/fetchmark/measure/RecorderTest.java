package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is recorded, by whichever way, is in the slices exactly. */
final class RecorderTest {

    private static final long START = -1_000;
    private static final long END = 1_000_000;

    @Property(tries = 200)
    void slicesHoldEveryTimeThatWasRecorded(@ForAll long seed) {
        Random random = new Random(seed);
        Recorder recorder = new Recorder(START, END);
        Lane lane = recorder.lane();
        List<Long> service = new ArrayList<>();
        List<Long> response = new ArrayList<>();
        List<Long> lateness = new ArrayList<>();
        List<Slice> slices = new ArrayList<>();
        long last = START;
        for (int i = random.nextInt(50); i > 0; i--) {
            long intended = random.nextInt((int) END);
            long ready = intended + (random.nextBoolean() ? 0 : random.nextInt(10_000));
            long started = ready + (random.nextBoolean() ? 0 : random.nextInt(10_000));
            long ended = started + random.nextInt(50_000_000);
            if (random.nextBoolean()) {
                recorder.record(intended, ready, started, ended, Outcome.OK);
            } else {
                lane.record(intended, ready, started, ended, Outcome.OK);
            }
            service.add(ended - started);
            response.add(ended - intended);
            lateness.add(started - ready);
            last = Math.max(last, ended);
            if (random.nextInt(10) == 0) {
                slices.add(recorder.slice(last));
            }
        }
        slices.add(recorder.slice(last));
        Recording recording = new Recording(slices);

        assertThat(recording.serviceTime()).isEqualTo(distribution(service));
        assertThat(recording.responseTime()).isEqualTo(distribution(response));
        assertThat(recording.startLateness()).isEqualTo(distribution(lateness));
        assertThat(recorder.lastEnded()).isEqualTo(last);
    }

    @Test
    void whatIsDueOutsideTheMeasuredTimeIsCountedAsWarmUp() {
        Recorder recorder = new Recorder(START, END);
        Lane lane = recorder.lane();

        lane.record(START - 1, START - 1, START - 1, 0, Outcome.OK);
        lane.record(END, END, END, END + 1, Outcome.TIMEOUT);
        lane.record(START, START, START, 5, Outcome.TIMEOUT);

        Slice slice = recorder.slice(END);
        assertThat(recorder.warmUpRequests()).isEqualTo(2);
        assertThat(slice.requests()).isEqualTo(1);
        assertThat(slice.errors()).containsEntry(Outcome.TIMEOUT, 1L);
    }

    @Test
    void whatEndedWithinTheMeasuredTimeIsCompleted() {
        Recorder recorder = new Recorder(START, END);
        Lane lane = recorder.lane();

        lane.record(START - 9, START - 9, START - 9, START, Outcome.OK);
        lane.record(START - 9, START - 9, START - 9, START, Outcome.STATUS);
        lane.record(START - 9, START - 9, START - 9, START - 1, Outcome.OK);
        lane.record(START, START, START, END - 1, Outcome.OK);
        recorder.record(START, START, START, END - 1, Outcome.STATUS);
        lane.record(START, START, START, END, Outcome.OK);
        recorder.record(END - 1, END - 1, END - 1, END + 5, Outcome.TIMEOUT);
        lane.record(END, END, END, END + 1, Outcome.OK);

        Slice slice = recorder.slice(END + 5);
        assertThat(slice.requests()).isEqualTo(4);
        assertThat(slice.completed()).isEqualTo(2);
        assertThat(slice.late()).isEqualTo(Map.of(Outcome.OK, 1L, Outcome.TIMEOUT, 1L));
        assertThat(slice.lateRequests()).isEqualTo(2);
        assertThat(slice.early()).isEqualTo(Map.of(Outcome.OK, 1L, Outcome.STATUS, 1L));
        assertThat(slice.takingAnyResponse().completed()).isEqualTo(4);
        assertThat(recorder.slice(END + 6).late()).isEmpty();
        assertThat(recorder.hung()).isEmpty();
    }

    @Test
    void whatWasInFlightThroughTheWholeMeasuredTimeIsHung() {
        Recorder recorder = new Recorder(START, END);
        Lane lane = recorder.lane();

        lane.record(START - 9, START - 9, START - 1, END, Outcome.TIMEOUT);
        recorder.record(START - 9, START - 9, START - 9, END + 7, Outcome.OK);
        lane.record(START - 9, START - 9, START, END, Outcome.OK);
        lane.record(START - 9, START - 9, START - 9, END - 1, Outcome.OK);

        assertThat(recorder.hung()).isEqualTo(Map.of(Outcome.TIMEOUT, 1L, Outcome.OK, 1L));
        assertThat(recorder.warmUpRequests()).isEqualTo(4);
        assertThat(recorder.slice(END).requests()).isZero();
    }

    @Test
    @Timeout(60)
    void nothingIsLostWhileSlicesAreTaken() throws InterruptedException {
        int each = 200_000;
        Recorder recorder = new Recorder(START, END);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Lane lane = recorder.lane();
            threads.add(new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    lane.record(0, 0, n % 2, n, Outcome.OK);
                    recorder.record(0, 0, n % 2, n, Outcome.OK);
                }
            }));
        }
        threads.forEach(Thread::start);
        List<Slice> slices = new ArrayList<>();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            slices.add(recorder.slice(END));
        }
        slices.add(recorder.slice(END));
        Recording recording = new Recording(slices);

        assertThat(recording.serviceTime().count()).isEqualTo(4L * each);
        assertThat(recording.responseTime().count()).isEqualTo(4L * each);
        assertThat(recording.startLateness().count()).isEqualTo(4L * each);
    }

    @Test
    void recordingAllocatesNothingOnceItHasSeenTheLongestTime() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Lane lane = new Recorder(START, END).lane();
        recordMany(lane, 20_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        recordMany(lane, 10_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private static void recordMany(Lane lane, int times) {
        for (int i = 0; i < times; i++) {
            lane.record(i, i, i, i + 50_000_000L, Outcome.OK);
            lane.record(i, i + 1, i + 2, i + 50_000_000L, Outcome.TIMEOUT);
        }
    }

    private static Distribution distribution(List<Long> nanos) {
        return Distribution.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}
