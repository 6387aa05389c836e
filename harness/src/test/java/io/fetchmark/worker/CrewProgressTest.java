package io.fetchmark.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.worker.Progress.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrewProgressTest {

    private final List<Progress> told = new ArrayList<>();
    private final CrewProgress crew = new CrewProgress(2, told::add);

    @Test
    void isToldOnceAllHaveSaidSomethingNew() {
        crew.ofWorker(0).accept(new Progress(Phase.MEASURE, 1.0, 100, 1, 2, 400, 10_000, 5));
        assertThat(told).isEmpty();
        crew.ofWorker(1).accept(new Progress(Phase.MEASURE, 1.1, 300, 0, 1, 1200, 20_000, 6));
        assertThat(told).containsExactly(new Progress(Phase.MEASURE, 1.1, 400, 1, 3, 1600, 17_500, 11));
    }

    @Test
    void doesNotWaitForOneThatHasEnded() {
        Progress step = new Progress(Phase.MEASURE, 1, 10, 0, 0, 10, 0, 0);
        crew.ofWorker(0).accept(step);
        crew.ofWorker(1).accept(step);
        crew.ofWorker(0).accept(step);
        assertThat(told).hasSize(1);
        crew.ofWorker(0).accept(step);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).requests()).isEqualTo(20);
    }

    @Test
    void countsOfTheWarmUpAreNotAddedToThoseOfTheMeasuredTime() {
        crew.ofWorker(0).accept(new Progress(Phase.MEASURE, 0.25, 7, 0, 0, 28, 10_000, 0));
        crew.ofWorker(1).accept(new Progress(Phase.WARM_UP, 2.9, 999, 0, 0, 300, 0, 0));
        assertThat(told).containsExactly(new Progress(Phase.MEASURE, 0.25, 7, 0, 0, 28, 10_000, 0));
    }
}
