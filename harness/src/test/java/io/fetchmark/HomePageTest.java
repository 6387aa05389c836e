package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Limit;
import io.fetchmark.plan.LimitMetric;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of a measurement from JUnit, as the documentation quotes it. */
final class HomePageTest {

    private HttpServer server;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "Larkmoor Observatory".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    // START SNIPPET: junit
    @Test
    void theHomePageKeepsItsLimits() throws Exception {
        Scenario homePage = Scenario.of("home-page", Request.get("/"), new Load.Closed(4), Client.THREADS, Client.ASYNC)
                .lasting(Durations.parse("1s"), Durations.parse("4s"))
                .limitedBy(
                        new Limit(LimitMetric.ERROR_RATE, 0),
                        new Limit(LimitMetric.P99, Durations.parse("5s").toNanos()));
        Plan plan = new Plan(new UrlSpec(url), RuntimeChoice.AUTO, List.of(homePage), 1);

        Harness harness = new Harness(HarnessOptions.in(Path.of("target/fetchmark/junit")), RunListener.SILENT);
        RunResult result = harness.run(plan);
        Verdict verdict = Judge.judge(plan, result);

        assertThat(verdict.kind()).as("%s", verdict.complaints()).isEqualTo(VerdictKind.PASS);
    }
    // END SNIPPET: junit
}
