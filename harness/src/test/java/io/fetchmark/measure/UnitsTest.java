package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.LimitMetric;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class UnitsTest {

    @Test
    void aTimeHasThreeDigitsAndTheUnitThatFits() {
        assertThat(Units.time(0)).isEqualTo("0 ns");
        assertThat(Units.time(999)).isEqualTo("999 ns");
        assertThat(Units.time(1000)).isEqualTo("1 us");
        assertThat(Units.time(1_234_567)).isEqualTo("1.23 ms");
        assertThat(Units.time(12_345_678)).isEqualTo("12.3 ms");
        assertThat(Units.time(10_000_000)).isEqualTo("10 ms");
        assertThat(Units.time(0.5)).isEqualTo("0.5 ns");
        assertThat(Units.time(25.93e9)).isEqualTo("25.9 s");
        assertThat(Units.time(86_400e9)).isEqualTo("86 400 s");
        assertThat(Units.seconds(0.0012)).isEqualTo("1.2 ms");
    }

    @Test
    void roundingMayLeadToTheNextUnit() {
        assertThat(Units.time(999.4)).isEqualTo("999 ns");
        assertThat(Units.time(999.6)).isEqualTo("1 us");
        assertThat(Units.time(999_600_000)).isEqualTo("1 s");
    }

    @Test
    void ratesAndSharesAndCountsAreEasyToRead() {
        assertThat(Units.rate(12_345)).isEqualTo("12 300/s");
        assertThat(Units.rate(1000)).isEqualTo("1000/s");
        assertThat(Units.rate(0.0333)).isEqualTo("0.0333/s");
        assertThat(Units.share(0.001234)).isEqualTo("0.123 %");
        assertThat(Units.share(0)).isEqualTo("0 %");
        assertThat(Units.share(1)).isEqualTo("100 %");
        assertThat(Units.count(1_234_567)).isEqualTo("1 234 567");
        assertThat(Units.count(9999)).isEqualTo("9999");
        assertThat(Units.count(-12_345)).isEqualTo("-12 345");
        assertThat(Units.factor(184.6)).isEqualTo("185");
    }

    @Test
    void aValueOfAMetricHasItsUnit() {
        assertThat(Units.of(LimitMetric.Kind.TIME, 5e6)).isEqualTo("5 ms");
        assertThat(Units.of(LimitMetric.Kind.SHARE, 0.05)).isEqualTo("5 %");
        assertThat(Units.of(LimitMetric.Kind.RATE, 5)).isEqualTo("5/s");
    }

    @Test
    void whatIsNoNumberIsUnknown() {
        assertThat(Units.time(Double.NaN)).isEqualTo("unknown");
        assertThat(Units.rate(Double.POSITIVE_INFINITY)).isEqualTo("unknown");
        assertThat(Units.share(Double.NaN)).isEqualTo("unknown");
    }

    @Test
    void noLocaleChangesAFigure() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Units.time(1_234_567)).isEqualTo("1.23 ms");
            assertThat(Units.rate(12_345)).isEqualTo("12 300/s");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void aTimeInWordsIsWithinHalfAPercent(@ForAll @DoubleRange(min = 1, max = 1e15) double nanos) {
        String words = Units.time(nanos);
        int space = words.lastIndexOf(' ');
        Map<String, Double> units = Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9);
        double unit = units.getOrDefault(words.substring(space + 1), Double.NaN);
        double read = Double.parseDouble(words.substring(0, space).replace(" ", "")) * unit;
        assertThat(Math.abs(read - nanos) / nanos).isLessThanOrEqualTo(0.005);
    }
}
