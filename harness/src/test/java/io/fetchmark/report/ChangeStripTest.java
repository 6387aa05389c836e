package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ChangeStripTest {

    private static final Change LARGE = change(1.10, 1.08, 1.12);
    private static final Change SMALL = change(0.995, 0.99, 1);
    private static final Change UNKNOWN = change(Double.NaN, Double.NaN, Double.NaN);

    @Test
    void allStripsHaveOneScaleAroundNoChange() throws Exception {
        ChangeStrip strip = ChangeStrip.holding(List.of(LARGE, SMALL, UNKNOWN));

        assertThat(xs(strip.of(LARGE).orElseThrow(), "fmk-base")).containsExactly(48.0);
        assertThat(xs(strip.of(LARGE).orElseThrow(), "fmk-bar fmk-vermilion")).containsExactly(78.7);
        assertThat(xs(strip.of(LARGE).orElseThrow(), "fmk-line fmk-vermilion")).containsExactly(86.3);
        assertThat(xs(strip.of(SMALL).orElseThrow(), "fmk-line fmk-vermilion")).containsExactly(46.1);
        assertThat(xs(strip.of(SMALL).orElseThrow(), "fmk-line fmk-black")).containsExactly(51.8);
        assertThat(Xml.parse(strip.of(LARGE).orElseThrow()).getAttribute("aria-hidden"))
                .isEqualTo("true");
    }

    @Test
    void littleChangeLooksLikeLittle() {
        ChangeStrip strip = ChangeStrip.holding(List.of(SMALL));

        assertThat(xs(strip.of(SMALL).orElseThrow(), "fmk-line fmk-vermilion")).containsExactly(36.5);
    }

    @Test
    void whatIsNotKnownHasNoStrip() {
        assertThat(ChangeStrip.holding(List.of()).of(UNKNOWN)).isEmpty();
    }

    private static List<Double> xs(String svg, String className) {
        return Pattern.compile("class=\"" + className + "\"[^>]* d=\"M([\\d.]+) ")
                .matcher(svg)
                .results()
                .map(MatchResult::group)
                .map(found -> Double.valueOf(
                        found.substring(found.lastIndexOf('M') + 1).trim()))
                .toList();
    }

    private static Change change(double estimate, double low, double high) {
        return ChangeTest.change(FindingMetric.P50, VerdictKind.PASS, estimate, low, high);
    }
}
