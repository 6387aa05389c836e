package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.result.DelayFacts;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written for nginx, on a machine whose language has digits of its own, and a delay that is another one. */
final class LocaleFreeTest {

    private static final long MILLION = 1_000_000;

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void useDigitsOfItsOwn() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        assertThat(String.format(Locale.getDefault(), "%d", 1)).isEqualTo("١");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(DelayWay.class)
    void nginxIsToldADelayInDigitsThatItKnows(DelayWay way) {
        String all = new NginxConfig("8080", Optional.of(2), "/www", "abc", Optional.of(way), 1_234).text()
                + DelayWay.script(1_234);
        assertThat(all).matches("\\p{ASCII}*").contains(way == DelayWay.ECHO ? "echo_sleep 1.234;" : "1234");
    }

    @Test
    void aDelayFarFromTheOneAskedForIsAnError() {
        assertThatThrownBy(() -> DelayRule.check(facts(1_234 * MILLION, 2_700_123)))
                .isInstanceOf(TargetFailure.class)
                .hasMessageStartingWith("<nginx><delay>: 1234ms was asked for, and responses took 2700us (median of 20,"
                        + " delayed by way of echo): ");
        assertThatThrownBy(() -> DelayRule.check(facts(100 * MILLION, 460 * MILLION)))
                .isInstanceOf(TargetFailure.class);
        assertThatCode(() -> DelayRule.check(facts(100 * MILLION, 440 * MILLION)))
                .doesNotThrowAnyException();
        assertThatCode(() -> DelayRule.check(facts(100 * MILLION, 50 * MILLION)))
                .doesNotThrowAnyException();
        assertThatCode(() -> DelayRule.check(facts(MILLION, 300_000))).doesNotThrowAnyException();
    }

    private static DelayFacts facts(long wanted, long median) {
        return new DelayFacts("echo", wanted, median, median, 20);
    }
}
