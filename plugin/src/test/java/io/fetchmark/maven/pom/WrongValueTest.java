package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each value that is not allowed is named by its element, with what is allowed and what it was. */
final class WrongValueTest {

    private static final String SCENARIO = "<scenarios><scenario>[home]";
    private static final String DURATION = ": must be a duration such as 250us, 5ms, 10s or 2m, was ";

    @TempDir
    Path project;

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong(
                        SCENARIO + "<load><concurrency>: must be from 1 to 100000, was 0",
                        it -> it.load.concurrency = "0"),
                wrong(
                        SCENARIO + "<load><concurrency>: must be from 1 to 100000, was 99999999999",
                        it -> it.load.concurrency = "99999999999"),
                wrong(SCENARIO + "<load><concurrency>: must be a number, was abc", it -> it.load.concurrency = "abc"),
                wrong(SCENARIO + "<load><concurrency>: must be a number, was 1e9", it -> it.load.concurrency = "1e9"),
                wrong(
                        SCENARIO + "<load><concurrency>: must be a whole number of at most 64 bits, was 1.5",
                        it -> it.load.concurrency = "1.5"),
                wrong(SCENARIO + "<load><arrivalRate>: must be positive, was 0", it -> rate(it, "0")),
                wrong(SCENARIO + "<load><arrivalRate>: must be positive, was -0.5", it -> rate(it, "-0.5")),
                wrong(
                        SCENARIO + "<load><arrivalRate>: must be at most 1000000 a second, was 2000000",
                        it -> rate(it, "2000000")),
                wrong(SCENARIO + "<load><arrivalRate>: must be a number, was NaN", it -> rate(it, "NaN")),
                wrong(SCENARIO + "<load><arrivals>: must be uniform or poisson, was bursts", it -> {
                    rate(it, "5");
                    it.load.arrivals = "bursts";
                }),
                wrong(
                        SCENARIO + "<load><arrivals>: must go with <arrivalRate>, was poisson",
                        it -> it.load.arrivals = "poisson"),
                wrong(SCENARIO + "<load><fetches>: must be from 1 to 100000, was 0", it -> fetches(it, "1,0,5")),
                wrong(SCENARIO + "<load><fetches>: must be a number, was ten", it -> fetches(it, "1,ten")),
                wrong(SCENARIO + "<load><fetches>: must be a number, was nothing", it -> fetches(it, "1,,2")),
                wrong(
                        SCENARIO + "<load>: must have exactly one of <concurrency>, <arrivalRate> and <fetches>, was"
                                + " <concurrency> and <fetches>",
                        it -> it.load.fetches = "1"),
                wrong(
                        SCENARIO + "<load>: must have exactly one of <concurrency>, <arrivalRate> and <fetches>, was"
                                + " none",
                        it -> it.load.concurrency = null),
                wrong(
                        SCENARIO + "<load>: must have exactly one of <concurrency>, <arrivalRate> and <fetches>, was"
                                + " absent",
                        it -> it.scenario.load = null),
                wrong(
                        SCENARIO
                                + "<clients>: must be one of [sequential, threads, virtual-threads, async, event-loop],"
                                + " was fast",
                        it -> it.scenario.clients = "threads,fast"),
                wrong(
                        SCENARIO + "<clients>: must name each client once, was [async, async]",
                        it -> it.scenario.clients = "async,async"),
                wrong(
                        SCENARIO + "<clients>: sequential keeps one exchange in flight in each of the <workers>, so"
                                + " concurrency must be 1,"
                                + " was 2",
                        it -> it.scenario.clients = "sequential"),
                wrong(
                        SCENARIO + "<clients>: event-loop speaks plain http only, and the target https; any other"
                                + " client does, was [async, event-loop]",
                        it -> {
                            it.target.url = "https://localhost";
                            it.scenario.clients = "async,event-loop";
                        }),
                wrong(SCENARIO + "<threads>: must be from 1 to 10000, was 0", it -> it.scenario.threads = "0"),
                wrong(SCENARIO + "<connections>: must be from 1 to 100000, was 0", it -> it.scenario.connections = "0"),
                wrong(
                        "<scenarios><scenario>[a b]<name>: must be 1 to 100 letters, digits, dots, dashes or"
                                + " underscores, was a b",
                        it -> it.scenario.name = "a b"),
                wrong("<scenarios><scenario>[#1]<name>: must be given, was absent", it -> it.scenario.name = null),
                wrong(
                        "<scenarios>: must have names that differ, was home, x, home",
                        it -> it.also("x").also("home")),
                wrong("<scenarios>: must name at least one <scenario>, was empty", it -> it.scenarios.clear()),
                wrong(SCENARIO + "<warmUp>: must be from 0s to 1h, was 2h", it -> it.scenario.warmUp = "2h"),
                wrong(SCENARIO + "<duration>: must be from 10ms to 24h, was 0s", it -> it.scenario.duration = "0s"),
                wrong(SCENARIO + "<duration>" + DURATION + "10", it -> it.scenario.duration = "10"),
                wrong(SCENARIO + "<request><path>: must start with /, was home", it -> it.request().path = "home"),
                wrong(
                        SCENARIO + "<request><path>: must be percent-encoded and without fragment, was /a b",
                        it -> it.request().path = "/a b"),
                wrong(
                        SCENARIO + "<request><method>: must be an HTTP method in upper case, was get",
                        it -> it.request().method = "get"),
                wrong(
                        SCENARIO + "<request><headers>: must leave Connection to the client, was close",
                        it -> it.request().headers = new LinkedHashMap<>(Map.of("Connection", "close"))),
                wrong(
                        SCENARIO + "<request><headers>: must have printable ASCII as the value of X, was a\nb",
                        it -> it.request().headers = new LinkedHashMap<>(Map.of("X", "a\nb"))),
                wrong(
                        SCENARIO + "<request><timeout>: must be from 1ms to 1h, was 0ms",
                        it -> it.request().timeout = "0ms"),
                wrong(SCENARIO + "<request><http>: must be one of [1.1, 2], was 3", it -> it.request().http = "3"),
                wrong(
                        SCENARIO + "<request>: must have <http>1.1</http> with <nginx>, which speaks HTTP/2 by TLS or"
                                + " prior knowledge only, was 2",
                        it -> it.request().http = "2"),
                wrong(
                        SCENARIO + "<clients>: event-loop speaks HTTP/1.1 only, and <http> is 2; any other client"
                                + " does, was [event-loop]",
                        it -> {
                            it.target.url = "http://localhost";
                            it.request().http = "2";
                            it.scenario.clients = "event-loop";
                        }),
                wrong(
                        SCENARIO + "<request><expect><status>: must be from 100 to 599, was 20",
                        it -> it.expect().status = "20"),
                wrong(SCENARIO + "<limits><p50>" + DURATION + "fast", it -> it.limits().p50 = "fast"),
                wrong(SCENARIO + "<limits><max>: must be positive, was 0s", it -> it.limits().max = "0s"),
                wrong(
                        SCENARIO + "<limits><errorRate>: must be from 0% to 100%, was 101%",
                        it -> it.limits().errorRate = "101%"),
                wrong(
                        SCENARIO + "<limits><errorRate>: must be a percentage such as 0.5%, was few",
                        it -> it.limits().errorRate = "few"),
                wrong(SCENARIO + "<limits><throughput>: must be positive, was 0", it -> it.limits().throughput = "0"),
                wrong("<workers>: must be from 1 to 64, was 0", it -> it.workers = "0"),
                wrong("<workers>: must be from 1 to 64, was 65", it -> it.workers = "65"),
                wrong("<workers>: must be a number, was many", it -> it.workers = "many"),
                wrong(
                        SCENARIO + "<load>: needs a <concurrency> of at least the number of <workers>, 3, was 2",
                        it -> it.workers = "3"),
                wrong(
                        SCENARIO + "<clients>: sequential keeps one exchange in flight in each of the <workers>, so"
                                + " concurrency must be 2, was 3",
                        it -> {
                            it.workers = "2";
                            it.scenario.clients = "sequential";
                            it.load.concurrency = "3";
                        }),
                wrong("<onInconclusive>: must be warn or fail, was ignore", it -> it.onInconclusive = "ignore"),
                wrong(
                        "<exports>: must be some of [otava, bencher, github-action-benchmark], was otava,grafana",
                        it -> it.exports = "otava,grafana"),
                wrong(
                        "<exports>: must be some of [otava, bencher, github-action-benchmark], was nothing",
                        it -> it.exports = " "),
                wrong(
                        "<history>: must name a folder, which need not be there yet, was nginx.conf",
                        it -> it.history = "nginx.conf"),
                wrong("<history>: must name a folder, which need not be there yet, was nothing", it -> it.history = ""),
                wrong("<target><nginx><content>: must be a directory, was gone", it -> it.nginx().content = "gone"),
                wrong(
                        "<target><nginx><config>: must be a file that can be read, was gone.conf",
                        it -> it.nginx().config = "gone.conf"),
                wrong("<target><nginx><config>: must be a file that can be read, was .", it -> it.nginx().config = "."),
                wrong("<target><nginx><delay>: must be from 0s to 1m, was 2m", it -> it.nginx().delay = "2m"),
                wrong(
                        "<target><nginx><delay>: must not be given beside <config>: the delay is made by a"
                                + " configuration of ours, was 5ms",
                        it -> {
                            it.nginx().config = "nginx.conf";
                            it.nginx().delay = "5ms";
                        }),
                wrong("<target>: must have at most one kind, was <nginx> and <url>", it -> {
                    it.nginx();
                    it.target.url = "http://localhost:8080";
                }),
                wrong(
                        "<target><url>: must be an http or https address such as http://localhost:8080, was"
                                + " localhost:8080",
                        it -> it.target.url = "localhost:8080"),
                wrong(
                        "<target><url>: must be an http or https address such as http://localhost:8080, was"
                                + " http://a b",
                        it -> it.target.url = "http://a b"),
                wrong(
                        "<target><url>: must not hold a user or password, which would reach files and logs",
                        it -> it.target.url = "http://me:secret@localhost"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void isNamedWithItsElement(String message, Consumer<Draft> change) throws IOException {
        Files.createFile(project.resolve("nginx.conf"));
        Draft draft = new Draft();
        change.accept(draft);
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> draft.read(project, Choices.NONE))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image            | ' '    | must name an image, was nothing
            runtime          | podman | must be one of [auto, docker, embedded, process], was podman
            seed             | dice   | must be a number, was dice
            seed             | 1.5    | must be a whole number of at most 64 bits, was 1.5
            failOnRegression | ture   | must be true or false, was ture
            scenarios        | x*     | must match a scenario, there are home, was x*
            """)
    void ofTheCommandLineIsNamedWithItsProperty(String property, String value, String reason) {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> new Draft().read(project, chosen(property, value)))
                .withMessage("-Dfetchmark." + property + ": " + reason);
    }

    @Test
    void theRuntimeForJarsIsForNothingElse() {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> new Draft().read(project, chosen("runtime", "process")))
                .withMessage("-Dfetchmark.runtime: must not be process with <nginx>: only a <jar> can run as a process,"
                        + " was process");
    }

    private static Choices chosen(String property, String value) {
        UnaryOperator<String> only = name -> name.equals(property) ? value : "";
        return new Choices(
                given(only.apply("image")),
                given(only.apply("runtime")),
                given(only.apply("seed")),
                given(only.apply("scenarios")),
                given(only.apply("failOnRegression")));
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static void rate(Draft draft, String rate) {
        draft.load.concurrency = null;
        draft.load.arrivalRate = rate;
    }

    private static void fetches(Draft draft, String fetches) {
        draft.load.concurrency = null;
        draft.load.fetches = fetches;
    }

    private static Arguments wrong(String message, Consumer<Draft> change) {
        return Arguments.of(message, Named.of("that value", change));
    }
}
