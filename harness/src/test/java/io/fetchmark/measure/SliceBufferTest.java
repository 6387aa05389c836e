package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SliceBufferTest {

    private static final int DAY = 24 * 60 * 60;

    @Test
    void aShortLoadKeepsEachSecond() {
        SliceBuffer buffer = filled(3);
        assertThat(buffer.recording().slices()).extracting(Slice::endNanos).containsExactly(1L, 2L, 3L);
        assertThat(buffer.recording().slices().get(1)).isEqualTo(slice(1));
    }

    @Test
    void aLoadOfADayTakesNoMoreSlicesThanOneOfHalfAnHour() {
        List<Slice> slices = filled(DAY).recording().slices();
        assertThat(slices).hasSizeBetween(SliceBuffer.MOST / 2, SliceBuffer.MOST);
        // 86 400 seconds into slices of 128.
        assertThat(slices.subList(0, slices.size() - 1))
                .allMatch(slice -> slice.endNanos() - slice.startNanos() == 128)
                .allMatch(slice -> slice.requests() == 128);
        for (int index = 1; index < slices.size(); index++) {
            assertThat(slices.get(index).startNanos())
                    .isEqualTo(slices.get(index - 1).endNanos());
        }
    }

    @Test
    void noExchangeIsLost() {
        Recording recording = filled(5000).recording();
        assertThat(recording.requests()).isEqualTo(5000);
        assertThat(recording.serviceTime()).isEqualTo(Distribution.of(times(5000)));
    }

    private static SliceBuffer filled(int seconds) {
        SliceBuffer buffer = new SliceBuffer();
        for (int second = 0; second < seconds; second++) {
            buffer.add(slice(second));
        }
        return buffer;
    }

    private static long[] times(int count) {
        long[] times = new long[count];
        for (int index = 0; index < count; index++) {
            times[index] = time(index);
        }
        return times;
    }

    private static long time(int second) {
        return 1000L + second % 7;
    }

    private static Slice slice(int second) {
        Distribution time = Distribution.of(time(second));
        return new Slice(
                second,
                second + 1,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                Map.of(),
                time,
                time,
                Distribution.of(0),
                Vitals.NONE);
    }
}
