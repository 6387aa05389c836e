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
        "load test/1, load_test_1",
        "a.b-c_D9, a.b-c_D9",
        ".., default",
        "../up, .._up"
    })
    void isTheIdAsFarAsADirectoryCanBeCalledThat(String id, String name) {
        assertThat(ExecutionName.of(id).text()).isEqualTo(name);
    }
}
