package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExecutionNameTest {

    @ParameterizedTest
    @CsvSource({
        "perf, perf",
        "default, default",
        "default-cli, default",
        "load test/1, load%20test%2F1",
        "load_test_1, load_test_1",
        "50%, 50%25",
        "größe, gr%C3%B6%C3%9Fe",
        "a.b-c_D9, a.b-c_D9",
        ".., %2E%2E",
        "../up, ..%2Fup"
    })
    void isTheIdAsFarAsADirectoryCanBeCalledThat(String id, String name) {
        assertThat(ExecutionName.of(id).text()).isEqualTo(name);
    }
}
