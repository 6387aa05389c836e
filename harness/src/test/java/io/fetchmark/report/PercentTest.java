package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PercentTest {

    @Test
    void aChangeHasItsSignAndNoMoreDigitsThanItDeserves() {
        assertThat(Percent.signed(0.05234)).isEqualTo("+5.2 %");
        assertThat(Percent.signed(-0.00346)).isEqualTo("−0.35 %");
        assertThat(Percent.signed(0.0996)).isEqualTo("+10.0 %");
        assertThat(Percent.signed(1.404)).isEqualTo("+140 %");
        assertThat(Percent.signed(0)).isEqualTo("0 %");
        assertThat(Percent.signed(-0.00001)).isEqualTo("0 %");
        assertThat(Percent.signed(Double.NaN)).isEqualTo("? %");
    }

    @Test
    void aSizeHasNoSign() {
        assertThat(Percent.size(-0.049)).isEqualTo("4.9 %");
        assertThat(Percent.size(Double.POSITIVE_INFINITY)).isEqualTo("unknown");
    }

    @Test
    void anIntervalNamesItsUnitOnce() {
        assertThat(Language.ENGLISH.between(-0.0028, 0.009)).isEqualTo("−0.28 to +0.90 %");
    }

    @Test
    void theLabelOfAnAxisIsAsShortAsItCanBe() {
        assertThat(Percent.label(0.1)).isEqualTo("+10 %");
        assertThat(Percent.label(-0.025)).isEqualTo("−2.5 %");
        assertThat(Percent.label(3 * 0.1)).isEqualTo("+30 %");
        assertThat(Percent.label(0)).isEqualTo("0 %");
    }
}
