package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentOptionsTest {

    @Test
    void whatAnAgentIsGivenIsNotShown() {
        assertThat(EnvironmentOptions.of(Map.of("JAVA_TOOL_OPTIONS", "-javaagent:/opt/a.jar=key=hush"))
                        .warning()
                        .orElseThrow())
                .contains("-javaagent:/opt/a.jar=... applies to")
                .doesNotContain("hush");
    }

    @Test
    void optionsAreTakenInTheOrderInWhichAJvmWouldTakeThem() {
        EnvironmentOptions options = EnvironmentOptions.of(Map.of(
                "_JAVA_OPTIONS", "-Dlast=1",
                "JDK_JAVA_OPTIONS", "-Dmiddle=1",
                "JAVA_TOOL_OPTIONS", "-Dfirst=1 -javaagent:a.jar",
                "JAVA_OPTS", "-Dnone=1"));
        assertThat(options.passed()).containsExactly("-Dfirst=1", "-javaagent:a.jar", "-Dmiddle=1", "-Dlast=1");
        assertThat(options.withheld()).isEmpty();
    }

    @Test
    void quotesOfEitherKindHoldAnOptionTogether() {
        String value = " -Da=\"two words\"\t'-Db=it is \"so\"' -Dc=x''y \"\" -Dd='open end";
        assertThat(EnvironmentOptions.of(Map.of("JAVA_TOOL_OPTIONS", value)).passed())
                .containsExactly("-Da=two words", "-Db=it is \"so\"", "-Dc=xy", "", "-Dd=open end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:-UseG1GC",
                "-XX:+UseZGC",
                "-XX:+UseParallelGC",
                "-XX:+UseShenandoahGC",
                "-Xmx2g",
                "-Xms1g",
                "-Xmn100m",
                "-XX:MaxHeapSize=1g",
                "-XX:MaxRAMPercentage=75.0",
                "-Xshare:off",
                "-XX:SharedArchiveFile=a.jsa",
                "-XX:AOTCache=a.aot",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005",
                "-Dcom.sun.management.jmxremote.port=9010"
            })
    void whatWouldBreakAnotherJvmOrDecideAFigureIsWithheldAndSaid(String option) {
        EnvironmentOptions options = EnvironmentOptions.of(Map.of("JAVA_TOOL_OPTIONS", option + " -Dx=y"));
        assertThat(options.passed()).containsExactly("-Dx=y");
        assertThat(options.withheld()).containsExactly(option);
        assertThat(options.warning())
                .hasValueSatisfying(warning -> assertThat(warning)
                        .startsWith(
                                "of JAVA_TOOL_OPTIONS in the environment, " + option + " does not apply to the JVMs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseStringDeduplication", "-XX:+UseMaximumCompactionOnSystemGC", "-Xss1m", "-Xint"})
    void whatElseAppliesMayChangeTheFiguresAndIsSaid(String option) {
        EnvironmentOptions options = EnvironmentOptions.of(Map.of("_JAVA_OPTIONS", option));
        assertThat(options.passed()).containsExactly(option);
        assertThat(options.warning())
                .hasValue("of _JAVA_OPTIONS in the environment, " + option
                        + " applies to the JVMs that Fetchmark forks, and may change what is measured");
    }

    @Test
    void systemPropertiesAndNothingAtAllAreNotWorthAWord() {
        assertThat(EnvironmentOptions.of(Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=/x -Dhttp.proxyHost=y"))
                        .warning())
                .isEmpty();
        assertThat(EnvironmentOptions.of(Map.of()).warning()).isEmpty();
        assertThat(EnvironmentOptions.of(Map.of("JAVA_TOOL_OPTIONS", " ")).warning())
                .isEmpty();
    }

    @Test
    void whatIsStartedByAChildHasTheVariablesOfTheUser() {
        Map<String, String> users = Map.of("JAVA_TOOL_OPTIONS", "-Xmx2g", "_JAVA_OPTIONS", "-Da=b", "PATH", "/bin");
        Map<String, String> environment = new HashMap<>(users);
        EnvironmentOptions.hide(environment);
        assertThat(environment.keySet()).doesNotContain("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");
        EnvironmentOptions.restore(environment);
        assertThat(environment).isEqualTo(users);
    }

    @Test
    void aCollectorThatAUserChoosesReplacesOurs() {
        List<String> ours = List.of("-Xmx512m", "-XX:+UseSerialGC", "-Da=b");
        assertThat(Launch.options(ours, List.of("-XX:+UseZGC"))).containsExactly("-Xmx512m", "-Da=b", "-XX:+UseZGC");
        assertThat(Launch.options(ours, List.of("-Xmx1g")))
                .containsExactly("-Xmx512m", "-XX:+UseSerialGC", "-Da=b", "-Xmx1g");
    }
}
