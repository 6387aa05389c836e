import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;

/**
 * A simulation for Gatling, run by the benches. System properties, all starting with {@code bench.}: {@code url},
 * {@code users} for a closed load or {@code rate} for an open one (arrivals a second), {@code warmUp} and {@code
 * duration} in seconds. What is fetched in the warm-up is not reported.
 */
public final class GatlingBench extends Simulation {

    private static final HttpRequestActionBuilder FETCH = http("fetch").get("/");

    public GatlingBench() {
        Duration warmUp = seconds("bench.warmUp");
        Duration duration = seconds("bench.duration");
        HttpProtocolBuilder protocol = http.baseUrl(System.getProperty("bench.url"))
                // The warm-up of Gatling's own fetches a page from the internet.
                .disableWarmUp()
                .disableCaching();
        int rate = Integer.getInteger("bench.rate", 0);
        if (rate == 0) {
            setUp(closed(Integer.getInteger("bench.users"), duration)).protocols(protocol);
        } else {
            setUp(open("warm-up", FETCH.silent(), rate, Duration.ZERO, warmUp), open("measure", FETCH, rate, warmUp, duration))
                    // Without this each user, who fetches once, has a connection of their own.
                    .protocols(protocol.shareConnections());
        }
    }

    private static PopulationBuilder closed(int users, Duration duration) {
        return scenario("measure").during(duration).on(exec(FETCH)).injectOpen(atOnceUsers(users));
    }

    private static PopulationBuilder open(
            String name, HttpRequestActionBuilder fetch, int rate, Duration wait, Duration duration) {
        return scenario(name)
                .exec(fetch)
                .injectOpen(nothingFor(wait), constantUsersPerSec(rate).during(duration));
    }

    private static Duration seconds(String property) {
        return Duration.ofMillis(Math.round(Double.parseDouble(System.getProperty(property, "0")) * 1000));
    }
}
