package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fetchmark.fork.Jdk;
import io.fetchmark.maven.pom.InvalidPom;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.toolchain.Toolchain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolchainsTest {

    private static final Toolchains NONE = new Toolchains(Optional.empty(), version -> List.of());

    /** A toolchain whose programs are in that directory. */
    private record Installation(Path home) implements Toolchain {
        @Override
        public String getType() {
            return "jdk";
        }

        @Override
        public @Nullable String findTool(String tool) {
            return home.resolve("bin").resolve(tool).toString();
        }
    }

    private static final Toolchain RUNNING = new Installation(Jdk.running().home());

    @Test
    void withoutAnyTheJavaThatRunsMavenDrivesTheLoad() throws InvalidPom {
        assertThat(NONE.choose(Optional.empty())).isEqualTo(Jdk.running());
        assertThat(NONE.atLeast(21)).isEmpty();
    }

    @Test
    void theToolchainOfTheBuildGoesBeforeIt() throws InvalidPom {
        assertThat(new Toolchains(Optional.of(RUNNING), version -> List.of())
                        .choose(Optional.empty())
                        .home())
                .isEqualTo(Jdk.running().home());
    }

    @Test
    void aVersionIsLookedUpAmongToolchains() throws InvalidPom {
        Toolchains known =
                new Toolchains(Optional.empty(), version -> version.equals("[21,)") ? List.of(RUNNING) : List.of());
        assertThat(known.choose(Optional.of("[21,)")).home())
                .isEqualTo(Jdk.running().home());
        assertThat(known.atLeast(21)).hasSize(1);
    }

    @Test
    void aHomeIsTakenAsItIs() throws InvalidPom {
        String home = Jdk.running().home().toString();
        assertThat(NONE.choose(Optional.of(home)).home())
                .isEqualTo(Jdk.running().home());
    }

    @Test
    void theFeatureVersionOfTheRunningJavaNeedsNoToolchain() throws InvalidPom {
        String feature = Integer.toString(Jdk.running().feature());
        assertThat(NONE.choose(Optional.of(feature)).feature())
                .isEqualTo(Jdk.running().feature());
    }

    @Test
    void aToolchainThatIsNoLongerThereIsPassedOver(@TempDir Path gone) throws InvalidPom {
        assertThat(new Toolchains(Optional.of(new Installation(gone)), version -> List.of(new Installation(gone)))
                        .atLeast(21))
                .isEmpty();
    }

    @Test
    void whatIsNowhereIsNamedWithItsProperty(@TempDir Path empty) {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> NONE.choose(Optional.of("9999")))
                .withMessageStartingWith("-Dfetchmark.jdk: must be the home of a Java installation")
                .withMessageEndingWith("was 9999");
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> NONE.choose(Optional.of(empty.toString())))
                .withMessageContaining("bin/java is missing or may not be run");
    }
}
