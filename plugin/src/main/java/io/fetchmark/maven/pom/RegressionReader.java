package io.fetchmark.maven.pom;

import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.RuntimeChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from {@code <regression>} to how a scenario is held against the baseline. */
final class RegressionReader {

    private static final Regression SOUND = Regression.of(RegressionMetric.P50.gated());

    private RegressionReader() {}

    /**
     * @param load of the scenario
     * @param sides that are to be compared
     */
    static Optional<Regression> read(Place scenario, @Nullable RegressionElement element, Load load, Sides sides) {
        if (element == null) {
            return Optional.empty();
        }
        Place place = scenario.child("regression");
        if (sides.baseline().isEmpty()) {
            place.problem("needs a <baseline> in the <configuration>, was without one");
        }
        List<RegressionMetric> metrics = metrics(place, element.metrics, standard(load, sides));
        int starts = place.read(
                "starts",
                element.starts,
                sides.runtime() == RuntimeChoice.PROCESS ? 1 : Regression.DEFAULT_STARTS,
                text -> new Regression(SOUND.metrics(), Numbers.whole(text), SOUND.budget()).starts());
        Duration budget = place.read(
                "budget",
                element.budget,
                Regression.DEFAULT_BUDGET,
                text -> new Regression(SOUND.metrics(), SOUND.starts(), Durations.parse(text)).budget());
        return Optional.of(place.make(SOUND, () -> {
            List<Gated> standard = metrics.stream().map(RegressionMetric::gated).toList();
            List<Gated> tolerating = new Changes(place, "tolerance", element.tolerance)
                    .applied(new Regression(standard, starts, budget).metrics(), Gated::tolerating);
            return new Regression(
                    new Changes(place, "detect", element.detect).applied(tolerating, Gated::detecting), starts, budget);
        }));
    }

    private static List<RegressionMetric> standard(Load load, Sides sides) {
        List<RegressionMetric> metrics = new ArrayList<>();
        metrics.add(RegressionMetric.P50);
        if (load instanceof Load.Closed) {
            metrics.add(RegressionMetric.THROUGHPUT);
        }
        if (sides.areMetered()) {
            metrics.add(RegressionMetric.CPU_PER_REQUEST);
        }
        return metrics;
    }

    private static List<RegressionMetric> metrics(Place place, @Nullable String text, List<RegressionMetric> standard) {
        if (text == null) {
            return standard;
        }
        List<RegressionMetric> known = Place.parts(text.trim()).stream()
                .flatMap(part -> place
                        .read(
                                "metrics",
                                part,
                                Optional.<RegressionMetric>empty(),
                                label -> Optional.of(RegressionMetric.of(label)))
                        .stream())
                .toList();
        return known.isEmpty() ? standard : known;
    }
}
