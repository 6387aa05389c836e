package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.engine.Http2Server;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.ScenarioResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A trust store is named once, to the JVM that checks the target. */
@Timeout(120)
@ExtendWith(DefaultTls.class)
final class TrustStoreTest {

    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    Path directory;

    @AfterEach
    void trustAsBefore() {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
    }

    @Test
    void thatOfThisJvmIsTheOneOfTheLoad() throws Exception {
        try (Http2Server server = new Http2Server(directory)) {
            // This JVM may have read a trust store already.
            SSLContext.setDefault(server.tls());
            System.setProperty(STORE, directory.resolve("key.p12").toString());
            System.setProperty(PASSWORD, "changeit");
            Scenario secure = Scenario.of(
                            "secure",
                            Request.get("/").within(Duration.ofMinutes(1)),
                            new Load.Ladder(List.of(2)),
                            Client.SEQUENTIAL)
                    .lasting(Duration.ZERO, Duration.ofSeconds(1));

            ScenarioResult one = new Harness(HarnessOptions.in(directory.resolve("run")), RunListener.SILENT)
                    .run(new Plan(new UrlSpec(server.secure()), RuntimeChoice.AUTO, List.of(secure), 42))
                    .results()
                    .get(0);

            assertThat(one.requests()).isEqualTo(2);
            assertThat(one.failed()).isZero();
        }
    }
}
