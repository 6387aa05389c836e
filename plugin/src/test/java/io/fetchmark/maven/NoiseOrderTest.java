package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.plan.RuntimeChoice;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoiseOrderTest {

    @Test
    void theImageOfTheEnvironmentIsTheDefault() throws Exception {
        assertThat(NoiseOrder.of("120", "auto", null, "7", Map.of("FETCHMARK_IMAGE", "mine")))
                .isEqualTo(new NoiseOrder(120, RuntimeChoice.AUTO, "mine", 7));
        assertThat(NoiseOrder.of("0", "docker", "named", "7", Map.of("FETCHMARK_IMAGE", "mine"))
                        .image())
                .isEqualTo("named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "11", "10001", "many", ""})
    void anotherNumberOfPairsIsNamed(String pairs) {
        assertThatThrownBy(() -> NoiseOrder.of(pairs, "auto", null, null, Map.of()))
                .isInstanceOf(InvalidPom.class)
                .hasMessageContaining("-Dfetchmark.calibrationPairs")
                .hasMessageContaining("must be 0, or from 12 to 10000, was " + pairs);
    }

    @Test
    void aRuntimeThatNginxDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> NoiseOrder.of("12", "process", null, null, Map.of()))
                .isInstanceOf(InvalidPom.class)
                .hasMessageContaining("must be auto, docker or embedded");
    }
}
