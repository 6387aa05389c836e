package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LicenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"../harness/target/classes", "target/classes"})
    void isInEachJar(String classes) {
        assertThat(Path.of(classes, "META-INF", "LICENSE")).hasSameTextualContentAs(Path.of("../LICENSE"));
    }
}
