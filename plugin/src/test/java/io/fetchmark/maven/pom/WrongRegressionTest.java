package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link WrongValueTest}, of {@code <baseline>} and {@code <regression>}. */
final class WrongRegressionTest {

    private static final String REGRESSION = "<scenarios><scenario>[home]<regression>";
    private static final String KINDS =
            "<baseline>: must have exactly one of <nginx>, <container>, <jar>, <compose>, <url> and <recorded>, was ";

    @TempDir
    Path project;

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong(KINDS + "none", it -> it.baseline().nginx = null),
                wrong(KINDS + "<nginx> and <recorded>", it -> it.baseline().recorded = "base"),
                wrong(
                        "<baseline>: must have at most one kind, was <nginx> and <url>",
                        it -> it.baseline().url = "http://localhost"),
                wrong("<baseline><nginx><content>: must be a directory, was gone", it -> {
                    NginxElement nginx = new NginxElement();
                    nginx.content = "gone";
                    it.baseline().nginx = nginx;
                }),
                wrong(
                        "<baseline><recorded>: must name a directory, which need not be there yet, was nothing",
                        it -> recorded(it, "")),
                wrong(
                        "<baseline><recorded>: must name a directory, which need not be there yet, was nginx.conf",
                        it -> recorded(it, "nginx.conf")),
                wrong(
                        "<baseline>: needs a scenario with a <regression>, was without one",
                        it -> it.scenario.regression = null),
                wrong(
                        REGRESSION + ": needs a <baseline> in the <configuration>, was without one",
                        it -> it.baseline = null),
                wrong(
                        REGRESSION + ": needs a <concurrency> or an <arrivalRate>, which can be put on in blocks, was"
                                + " a ladder",
                        it -> {
                            it.load.concurrency = null;
                            it.load.fetches = "1,5";
                        }),
                wrong(
                        REGRESSION + ": cannot judge throughput under an <arrivalRate>, which gives it; p50 and"
                                + " cpuPerRequest say more, was [throughput, errorRate]",
                        it -> {
                            it.load.concurrency = null;
                            it.load.arrivalRate = "10";
                            it.regression().metrics = "throughput";
                        }),
                wrong(
                        REGRESSION + ": cannot judge cpuPerRequest of a <url>, which is not metered, was"
                                + " [cpuPerRequest, errorRate]",
                        it -> {
                            it.target.url = "http://localhost";
                            it.regression().metrics = "cpuPerRequest";
                        }),
                wrong(
                        REGRESSION + "<metrics>: must be some of [p50, p90, p95, p99, throughput, cpuPerRequest,"
                                + " errorRate], was mean",
                        it -> it.regression().metrics = "p50,mean"),
                wrong(
                        REGRESSION + "<metrics>: must be some of [p50, p90, p95, p99, throughput, cpuPerRequest,"
                                + " errorRate], was nothing",
                        it -> it.regression().metrics = " "),
                wrong(
                        REGRESSION + "<metrics>: must name each metric once, was [p50, p50]",
                        it -> it.regression().metrics = "p50,p50"),
                wrong(
                        REGRESSION + "<tolerance>: must be a percentage such as 0.5%, was little",
                        it -> it.regression().tolerance = "little"),
                wrong(
                        REGRESSION + "<tolerance>: must be a percentage such as 0.5%, was nothing",
                        it -> it.regression().tolerance = ""),
                wrong(
                        REGRESSION + "<tolerance>: must be from 0% to below 100%, was -1%",
                        it -> it.regression().tolerance = "-1%"),
                wrong(
                        REGRESSION + "<tolerance>: must name a metric that is judged, of p50, throughput,"
                                + " cpuPerRequest, errorRate, was p99=5%",
                        it -> it.regression().tolerance = "1%,p99=5%"),
                wrong(
                        REGRESSION + "<tolerance>: must have one change for all metrics and one for each at most, was"
                                + " 2%",
                        it -> it.regression().tolerance = "1%,2%"),
                wrong(
                        REGRESSION + "<tolerance>: is always 0% for errorRate, of which any increase counts, was"
                                + " errorRate=1%",
                        it -> it.regression().tolerance = "errorRate=1%"),
                wrong(
                        REGRESSION + "<detect>: must be above 0%, at least the tolerance of p50, which is 2%, and at"
                                + " most 1000%, was p50=1.5%",
                        it -> {
                            it.regression().tolerance = "p50=2%";
                            it.regression().detect = "p50=1.5%";
                        }),
                wrong(
                        REGRESSION + "<detect>: must be above 0%, at least the tolerance of p99, which is 5%, and at"
                                + " most 1000%, was 4%",
                        it -> {
                            it.regression().metrics = "p50,p99";
                            it.regression().detect = "4%";
                        }),
                wrong(REGRESSION + "<starts>: must be from 1 to 8, was 9", it -> it.regression().starts = "9"),
                wrong(REGRESSION + "<starts>: must be a number, was two", it -> it.regression().starts = "two"),
                wrong(REGRESSION + "<budget>: must be from 5s to 1h, was 1s", it -> it.regression().budget = "1s"),
                wrong(
                        REGRESSION + "<budget>: must be a duration such as 250us, 5ms, 10s or 2m, was 60",
                        it -> it.regression().budget = "60"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void isNamedWithItsElement(String message, Consumer<Draft> change) throws IOException {
        Files.createFile(project.resolve("nginx.conf"));
        Draft draft = new Draft().compared();
        change.accept(draft);
        refused(draft, Choices.NONE, message);
    }

    @Test
    void oneImageMustNotTakeThePlaceOfTheTwoThatAreCompared() {
        Draft draft = new Draft().compared();
        draft.nginx().image = "nginx:1.29";
        refused(
                draft,
                Choices.NONE.orFrom(Map.of("FETCHMARK_IMAGE", "mine:2")),
                "-Dfetchmark.image: must be absent, and FETCHMARK_IMAGE too, where <baseline> and <target> name two"
                        + " images of nginx, nginx:1.28 and nginx:1.29, which it would make one, was mine:2");
    }

    @Test
    void processesOfTwoJarsNeedTwoPorts() {
        Draft draft = jars("8080");
        refused(
                draft,
                RegressionReaderTest.process(),
                "<baseline>: must listen at another <port> than the target, as both are processes of this machine, was"
                        + " 8080");
    }

    @Test
    void startsOfAProcessWouldNeedOnePort() {
        Draft draft = jars("8081");
        draft.regression().starts = "2";
        refused(
                draft,
                RegressionReaderTest.process(),
                REGRESSION + ": must have <starts>1</starts> where a <jar> is a process of this machine, as its starts"
                        + " would need the same port, was 2");
    }

    @Test
    void theBaselineMustRunWhereTheTargetDoes() {
        Draft draft = new Draft().compared();
        draft.jar();
        refused(
                draft,
                RegressionReaderTest.process(),
                "-Dfetchmark.runtime: must not be process with <nginx>: only a <jar> can run as a process, was process");
    }

    private static Draft jars(String port) {
        Draft draft = new Draft().compared();
        draft.jar();
        draft.baseline().nginx = null;
        draft.baseline().jar = Draft.jar("target/old.jar", port);
        return draft;
    }

    private void refused(Draft draft, Choices choices, String message) {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> draft.read(project, choices))
                .withMessage(message);
    }

    private static void recorded(Draft draft, String directory) {
        draft.baseline().nginx = null;
        draft.baseline().recorded = directory;
    }

    private static Arguments wrong(String message, Consumer<Draft> change) {
        return Arguments.of(message, Named.of("that value", change));
    }
}
