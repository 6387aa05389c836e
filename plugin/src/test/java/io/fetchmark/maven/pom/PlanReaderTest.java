package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Expect;
import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanReaderTest {

    @TempDir
    Path project;

    private final Draft draft = new Draft();

    @Test
    void theSmallestPomHasDefaultsForAllElse() throws InvalidPom {
        assertThat(read())
                .isEqualTo(new Plan(
                        NginxSpec.welcome("nginx:1.28"),
                        RuntimeChoice.AUTO,
                        List.of(Scenario.of("home", Request.get("/"), new Load.Closed(2), Client.THREADS)),
                        7));
    }

    @Test
    void aHeaderWithoutATextIsSentEmpty() throws InvalidPom {
        LinkedHashMap<String, String> headers = new LinkedHashMap<>();
        // Maven has null for an element without text.
        headers.put("X-Empty", null);
        headers.put("X-Trace", "1");
        draft.request().headers = headers;

        assertThat(read().scenarios().get(0).request().headers())
                .containsExactly(entry("X-Empty", ""), entry("X-Trace", "1"));
    }

    @Test
    void everyElementReachesThePlan() throws InvalidPom, IOException {
        Files.createDirectory(project.resolve("www"));
        draft.nginx().content = "www";
        draft.nginx().delay = "50ms";
        draft.nginx().image = "acme/nginx:1";
        draft.scenario.clients = "async, sequential";
        draft.scenario.threads = "64";
        draft.scenario.connections = "100";
        draft.request().path = "/a?b=c%20d";
        draft.request().method = "POST";
        draft.request().headers = new LinkedHashMap<>(Map.of("X-Trace", "1"));
        draft.request().body = " hello ";
        draft.request().timeout = "250ms";
        draft.request().http = "1.1";
        draft.expect().status = "201";
        draft.expect().contains = "made";
        draft.load.concurrency = null;
        draft.load.arrivalRate = "12.5";
        draft.load.arrivals = "poisson";
        draft.scenario.warmUp = "0s";
        draft.scenario.duration = "300ms";
        draft.limits().p50 = "5ms";
        draft.limits().p99 = "50ms";
        draft.limits().max = "1s";
        draft.limits().errorRate = "0.5%";
        draft.limits().throughput = "12";
        draft.workers = "3";

        Request request = new Request(
                "/a?b=c%20d",
                "POST",
                Map.of("X-Trace", "1"),
                " hello ",
                new Expect(201, "made"),
                Duration.ofMillis(250),
                HttpVersion.HTTP_1_1);
        assertThat(read())
                .isEqualTo(new Plan(
                        new NginxSpec(
                                "acme/nginx:1",
                                Optional.of(project.resolve("www")),
                                Optional.empty(),
                                Duration.ofMillis(50)),
                        RuntimeChoice.AUTO,
                        3,
                        List.of(new Scenario(
                                "home",
                                List.of(Client.ASYNC, Client.SEQUENTIAL),
                                64,
                                100,
                                request,
                                new Load.Open(12.5, Arrivals.POISSON),
                                Duration.ZERO,
                                Duration.ofMillis(300),
                                List.of(
                                        new Limit(LimitMetric.P50, 5e6),
                                        new Limit(LimitMetric.P99, 50e6),
                                        new Limit(LimitMetric.MAX, 1e9),
                                        new Limit(LimitMetric.ERROR_RATE, 0.005),
                                        new Limit(LimitMetric.THROUGHPUT, 12)))),
                        7));
    }

    @Test
    void aLadderKeepsTheOrderOfItsSteps() throws InvalidPom {
        draft.load.concurrency = null;
        draft.load.fetches = "1, 10,5";
        assertThat(read().scenarios().get(0).load()).isEqualTo(new Load.Ladder(List.of(1, 10, 5)));
    }

    @Test
    void sequentialIsAPoolOfProcesses() throws InvalidPom {
        draft.workers = "2";
        draft.scenario.clients = "sequential";
        Plan plan = read();
        assertThat(plan.workers()).isEqualTo(2);
        assertThat(plan.scenarios().get(0).load()).isEqualTo(new Load.Closed(2));
    }

    @Test
    void aUrlIsATarget() throws InvalidPom {
        draft.target.url = "http://localhost:8080";
        assertThat(read().target()).isEqualTo(new UrlSpec(URI.create("http://localhost:8080")));
    }

    @Test
    void thePortOfAConfigurationMayBeNamed() throws Exception {
        Path config = Files.writeString(project.resolve("nginx.conf"), "events {}");
        draft.nginx().config = "nginx.conf";
        draft.nginx().port = "8080";
        assertThat(read().target())
                .isEqualTo(new NginxSpec(
                        NginxSpec.DEFAULT_IMAGE,
                        Optional.empty(),
                        Optional.of(config),
                        OptionalInt.of(8080),
                        Duration.ZERO));
        draft.nginx().port = "0";
        assertThatThrownBy(this::read).hasMessageContaining("<target><nginx><port>: must be from 1 to 65535, was 0");
        draft.nginx().port = "8080";
        draft.nginx().config = null;
        assertThatThrownBy(this::read)
                .hasMessageContaining("<target><nginx><port>: must not be given without <config>");
    }

    @Test
    void anErrorRateMayBeAFraction() throws InvalidPom {
        draft.limits().errorRate = "0.005";
        assertThat(read().scenarios().get(0).limits()).containsExactly(new Limit(LimitMetric.ERROR_RATE, 0.005));
    }

    @Test
    void whatTheUserChoosesGoesBeforeThePom() throws InvalidPom {
        draft.nginx().image = "acme/nginx:1";
        Choices choices = new Choices(
                Optional.of("mine:2"),
                Optional.of("embedded"),
                Optional.of("-3"),
                Optional.of("ho*"),
                Optional.empty());
        Plan plan = draft.read(project, choices.orFrom(Map.of("FETCHMARK_IMAGE", "theirs:3")));
        assertThat(plan.target()).isEqualTo(NginxSpec.welcome("mine:2"));
        assertThat(plan.runtime()).isEqualTo(RuntimeChoice.EMBEDDED);
        assertThat(plan.seed()).isEqualTo(-3);
    }

    @Test
    void theImageOfTheEnvironmentGoesBeforeThePom() throws InvalidPom {
        draft.nginx().image = "acme/nginx:1";
        Plan plan = draft.read(project, Choices.NONE.orFrom(Map.of("FETCHMARK_IMAGE", "theirs:3")));
        assertThat(plan.target()).isEqualTo(NginxSpec.welcome("theirs:3"));
        assertThat(draft.read(project, Choices.NONE.orFrom(Map.of("FETCHMARK_IMAGE", "")))
                        .target())
                .isEqualTo(NginxSpec.welcome("acme/nginx:1"));
    }

    @Test
    void onlyWantedScenariosAreInThePlan() throws InvalidPom {
        draft.also("search").also("basket").also("hole");
        assertThat(filtered("ho?e,b*").scenarios())
                .extracting(Scenario::name)
                .containsExactly("home", "basket", "hole");
        assertThat(filtered("search").scenarios()).extracting(Scenario::name).containsExactly("search");
    }

    @Test
    void aFilterThatMatchesNothingListsTheNames() {
        draft.also("search");
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> filtered("a,b*"))
                .withMessage("-Dfetchmark.scenarios: must match a scenario, there are home, search, was a,b*");
    }

    @Test
    void allWrongValuesAreNamedAtOnceInTheOrderOfThePom() {
        draft.nginx().delay = "soon";
        draft.workers = "0";
        draft.scenario.warmUp = "-1s";
        draft.limits().p99 = "0ms";
        ScenarioElement second = new ScenarioElement();
        second.load = new LoadElement();
        second.load.arrivalRate = "0";
        draft.scenarios.add(second);
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(this::read)
                .satisfies(wrong -> assertThat(wrong.problems())
                        .containsExactly(
                                "<target><nginx><delay>: must be a duration such as 250us, 5ms, 10s or 2m, was soon",
                                "<workers>: must be from 1 to 64, was 0",
                                "<scenarios><scenario>[home]<warmUp>: must be a duration such as 250us, 5ms, 10s or 2m,"
                                        + " was -1s",
                                "<scenarios><scenario>[home]<limits><p99>: must be positive, was 0ms",
                                "<scenarios><scenario>[#2]<name>: must be given, was absent",
                                "<scenarios><scenario>[#2]<load><arrivalRate>: must be positive, was 0"))
                .withMessageStartingWith("6 values are wrong:\n  <target>");
    }

    private Plan read() throws InvalidPom {
        return draft.read(project, Choices.NONE);
    }

    private Plan filtered(String globs) throws InvalidPom {
        return draft.read(
                project,
                new Choices(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(globs), Optional.empty()));
    }
}
