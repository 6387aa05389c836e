package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fetchmark.measure.Units;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class AxisTest {

    @Test
    void decadesAreNamedInTheUnitThatFits() {
        Axis axis = Axis.logarithmic("time", new double[] {800_000, 2e9}, Units::time);

        assertThat(labels(axis)).containsExactly("1 ms", "10 ms", "100 ms", "1 s");
    }

    @Test
    void aNarrowRangeIsNamedBetweenTheDecades() {
        Axis axis = Axis.logarithmic("time", new double[] {2e6, 8e6}, Units::time);

        assertThat(labels(axis)).containsExactly("2 ms", "3 ms", "5 ms", "7 ms");
    }

    @Test
    void ninesAreNamedAsShares() {
        assertThat(labels(Axis.nines("share", 4.2, label -> label)))
                .containsExactly("0", "50", "90", "99", "99.9", "99.99");
    }

    @Test
    void stepsThatAreTooNearAreNotNamed() {
        Axis axis = Axis.stepped("fetches", new double[] {500, 1, 10, 11, 100}, Units::factor);

        assertThat(labels(axis)).containsExactly("1", "10", "100", "500");
    }

    @Test
    void nothingToShowStillHasARange() {
        assertThat(Axis.linear("rate", new double[0], Units::rate).max()).isEqualTo(1);
        assertThat(Axis.linear("rate", new double[] {0, Double.NaN}, Units::rate)
                        .max())
                .isEqualTo(1);
        assertThat(Axis.logarithmic("time", new double[] {0, Double.NaN}, Units::time)
                        .ticks())
                .isNotEmpty();
    }

    @Test
    void anAxisThatPassesThroughZeroNamesIt() {
        Axis axis = Axis.between("change", -0.034, 0.061, Percent::label);

        assertThat(axis.ticks()).extracting(Axis.Tick::label).containsExactly("−2 %", "0 %", "+2 %", "+4 %", "+6 %");
        assertThat(axis.share(-0.034)).isZero();
        assertThat(axis.share(0.061)).isEqualTo(1);
    }

    @Test
    void anAxisNeedsARange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis("", 1, 1, false, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis("", 0, 1, true, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Axis("", 0, Double.NaN, false, List.of()));
    }

    @Property
    void everyAxisHoldsItsValuesAndAFewTicks(
            @ForAll @DoubleRange(min = 0.01, max = 1e13) double one,
            @ForAll @DoubleRange(min = 0.01, max = 1e13) double other) {
        double[] values = {one, other};
        for (Axis axis : List.of(
                Axis.linear("", values, Units::factor),
                Axis.logarithmic("", values, Units::factor),
                Axis.stepped("", values, Units::factor))) {
            assertThat(List.of(one, other))
                    .allSatisfy(value -> assertThat(value).isBetween(axis.min(), axis.max()));
            assertThat(axis.ticks()).hasSizeBetween(1, 13);
            assertThat(axis.ticks()).allSatisfy(tick -> assertThat(tick.value()).isBetween(axis.min(), axis.max()));
        }
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream()
                .map(tick -> tick.label().replace('\u00a0', ' '))
                .toList();
    }
}
