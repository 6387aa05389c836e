package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.engine.RawServer;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.RunResult;
import io.fetchmark.result.ScenarioResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A target that gets faster while it is warmed up, as a JVM does. */
@Timeout(180)
final class SettlingTargetTest {

    private static final int WARM_MILLIS = 4;

    @TempDir
    private Path directory;

    @Test
    void whatIsMeasuredIsTheTargetThatHasSettled() throws Exception {
        try (RawServer server = new RawServer(settlingWithin(200))) {
            RunResult run = run(server, Duration.ofSeconds(1), Client.EVENT_LOOP, Client.ASYNC);

            assertThat(run.results()).hasSize(2).allSatisfy(result -> {
                assertThat(result.warmUp().orElseThrow().steady()).contains(true);
                assertThat(result.responseTimeNanos().p50()).isLessThan(40_000_000);
                assertThat(result.warnings()).noneMatch(warning -> warning.startsWith("the target"));
            });
            ScenarioResult first = run.results().get(0);
            assertThat(first.warmUp().orElseThrow().seconds()).isGreaterThan(2.5);
            assertThat(first.warmUpRequests()).isGreaterThan(200);
        }
    }

    @Test
    void aShortWarmUpIsWhatItsUserWants() throws Exception {
        try (RawServer server = new RawServer(settlingWithin(200))) {
            ScenarioResult result = run(server, Duration.ofMillis(200), Client.EVENT_LOOP)
                    .results()
                    .get(0);

            assertThat(result.warmUp().orElseThrow().seconds()).isEqualTo(0.2);
            assertThat(result.warmUp().orElseThrow().steady()).isEmpty();
        }
    }

    /** Responses take 100 ms at first, and evenly less within so many requests. */
    private static RawServer.Answer settlingWithin(int requests) {
        AtomicInteger served = new AtomicInteger();
        byte[] response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
        return (socket, out) -> {
            int left = Math.max(0, requests - served.getAndIncrement());
            Thread.sleep(WARM_MILLIS + 96L * left / requests);
            out.write(response);
            out.flush();
        };
    }

    private RunResult run(RawServer server, Duration warmUp, Client... clients) throws Exception {
        Scenario scenario = Scenario.of("home", Request.get("/"), new Load.Closed(4), clients)
                .lasting(warmUp, Duration.ofSeconds(2));
        return new Harness(HarnessOptions.in(directory), RunListener.SILENT)
                .run(new Plan(new UrlSpec(server.address()), RuntimeChoice.AUTO, List.of(scenario), 7));
    }
}
