package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "512m, 536870912, 512m",
        "1.5g, 1610612736, 1536m",
        "1024M, 1073741824, 1g",
        "6144 k, 6291456, 6m",
        "6291457b, 6291457, 6291457b"
    })
    void isReadAndShownInItsLargestWholeUnit(String text, long bytes, String shown) {
        MemorySize size = MemorySize.parse(text);
        assertThat(size).isEqualTo(new MemorySize(bytes)).hasToString(shown);
        assertThat(MemorySize.parse(shown)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "512", "m", "-1m", "1e3m", "512mb", "1 t"})
    void otherFormsAreRefused(String text) {
        assertThatThrownBy(() -> MemorySize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be an amount of memory such as 512m or 1.5g, was " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999g", "6291456.5b"})
    void onlyWholeBytesThatCanBeCountedAreTaken(String text) {
        assertThatThrownBy(() -> MemorySize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a whole number of bytes below 8 EiB, was " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0m", "5m", "6291455b"})
    void enginesWantAtLeastSixMebibytes(String text) {
        assertThatThrownBy(() -> MemorySize.parse(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("memory: must be at least 6m, was ");
    }
}
