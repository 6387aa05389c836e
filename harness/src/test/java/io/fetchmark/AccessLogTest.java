package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.target.Docker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the clients say that they fetched, against what nginx in a container says that it was asked for. */
@Timeout(180)
final class AccessLogTest {

    private static final String CONFIG = """
            worker_processes 1;
            events { worker_connections 4096; }
            http {
                access_log /dev/stdout;
                server { listen 80; location / { return 200 "hello"; } }
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyRequestOfEveryClientIsALineOfTheAccessLogAndNoOther(int workers) throws Exception {
        Docker.assumeEngine();
        List<Client> clients =
                Stream.of(Client.values()).filter(AccessLogTest::isHere).toList();
        RunResult result = new Harness(HarnessOptions.in(directory), RunListener.SILENT).run(plan(clients, workers));

        List<String> log = Files.readAllLines(directory.resolve(FileNames.TARGET_LOG));
        assertThat(result.results())
                .hasSize(workers == 1 ? 3 * clients.size() : clients.size() + 2)
                .allSatisfy(one -> {
                    assertThat(lines(log, one)).as(one.scenario()).isEqualTo(one.requests() + one.warmUpRequests());
                    // Cold and on a busy machine a client may need all of a short measured time for its first fetch.
                    assertThat(one.requests() + one.warmUpRequests()).isPositive();
                    assertThat(one.failed()).isZero();
                    assertThat(one.workerCount()).isEqualTo(workers);
                });
    }

    @Test
    void withoutAWarmUpTheResultAloneIsTheAccessLog() throws Exception {
        Docker.assumeEngine();
        Scenario scenario = scenario("ladder", new Load.Ladder(List.of(1, 10, 50)), Client.ASYNC)
                .lasting(Duration.ZERO, Duration.ofMillis(300));
        RunResult result = new Harness(HarnessOptions.in(directory), RunListener.SILENT)
                .run(new Plan(nginx(), RuntimeChoice.DOCKER, List.of(scenario), 7));

        ScenarioResult one = result.results().get(0);
        assertThat(one.requests()).isEqualTo(61);
        assertThat(lines(Files.readAllLines(directory.resolve(FileNames.TARGET_LOG)), one))
                .isEqualTo(61);
    }

    private Plan plan(List<Client> clients, int workers) throws Exception {
        List<Scenario> scenarios = new ArrayList<>();
        for (Client client : clients) {
            Load closed = new Load.Closed(client == Client.SEQUENTIAL ? workers : 8);
            scenarios.add(scenario("closed-" + client, closed, client)
                    .lasting(Duration.ofMillis(500), Duration.ofMillis(2500)));
            // Among workers a load is divided before any client sees it, so that one client stands for all.
            if (workers == 1 || client == Client.ASYNC) {
                scenarios.add(scenario("open-" + client, new Load.Open(100, Arrivals.POISSON), client));
                scenarios.add(scenario("ladder-" + client, new Load.Ladder(List.of(1, 10, 50)), client));
            }
        }
        return new Plan(nginx(), RuntimeChoice.DOCKER, workers, scenarios, 7);
    }

    private static boolean isHere(Client client) {
        return Runtime.version().feature() >= client.minimumJdk()
                || Jdk.search(client.minimumJdk(), System.getenv()).isPresent();
    }

    private TargetSpec nginx() throws Exception {
        Path config = Files.writeString(directory.resolve("nginx.conf"), CONFIG);
        return new NginxSpec(Docker.image(), Optional.empty(), Optional.of(config), Duration.ZERO);
    }

    private static Scenario scenario(String name, Load load, Client client) {
        // Nothing is to fail because the machine stands still.
        Request request = Request.get("/" + name).within(Duration.ofSeconds(30));
        return Scenario.of(name, request, load, client).lasting(Duration.ofMillis(500), Duration.ofMillis(500));
    }

    private static long lines(List<String> log, ScenarioResult result) {
        Stream<String> lines = log.stream();
        return lines.filter(line -> line.contains("\"GET /" + result.scenario() + " "))
                .count();
    }
}
