import static io.hyperfoil.http.steps.HttpStepCatalog.SC;

import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import java.net.URI;
import java.util.Locale;

/** Hyperfoil within this JVM, as its commands wrk and wrk2 configure it; run by the benches. */
public final class HyperfoilBench {

    private HyperfoilBench() {}

    /**
     * Arguments: the address, connections, arrivals a second or 0 for a closed load, seconds of warm-up, seconds to
     * measure. Prints the requests and quantiles of the response time in milliseconds.
     */
    public static void main(String[] arguments) {
        URI target = URI.create(arguments[0]);
        int connections = Integer.parseInt(arguments[1]);
        int rate = Integer.parseInt(arguments[2]);
        long warmUp = Math.round(Double.parseDouble(arguments[3]) * 1000);
        long duration = Math.round(Double.parseDouble(arguments[4]) * 1000);

        BenchmarkBuilder benchmark = BenchmarkBuilder.builder().name("bench").threads(1);
        HttpPluginBuilder plugin = benchmark.addPlugin(HttpPluginBuilder::new);
        plugin.ergonomics().repeatCookies(false).userAgentFromSession(false);
        plugin.http()
                .protocol(Protocol.HTTP)
                .host(target.getHost())
                .port(target.getPort())
                .allowHttp2(false)
                .sharedConnections(connections);
        if (warmUp > 0) {
            phase(benchmark, "warm-up", connections, rate, warmUp);
            phase(benchmark, "measure", connections, rate, duration).startAfterStrict("warm-up");
        } else {
            phase(benchmark, "measure", connections, rate, duration);
        }

        StatisticsSnapshot measured = new StatisticsSnapshot();
        new LocalSimulationRunner(
                        benchmark.build(),
                        (phase, step, metric, snapshot, countDown) -> {
                            if (phase.name().equals("measure")) {
                                measured.add(snapshot);
                            }
                        },
                        null,
                        null)
                .run();
        StringBuilder line = new StringBuilder("requests=" + measured.histogram.getTotalCount() + " failed="
                + (measured.requestCount - measured.responseCount + measured.errors()));
        double[] shares = {50, 95, 99, 99.9, 100};
        String[] names = {"p50", "p95", "p99", "p999", "max"};
        for (int i = 0; i < shares.length; i++) {
            line.append(String.format(
                    Locale.ROOT, " %s=%.3f", names[i], measured.histogram.getValueAtPercentile(shares[i]) / 1e6));
        }
        System.out.println(line);
        System.exit(0);
    }

    private static PhaseBuilder<?> phase(
            BenchmarkBuilder benchmark, String name, int connections, int rate, long duration) {
        PhaseBuilder.Catalog load = benchmark.addPhase(name);
        PhaseBuilder<?> phase = rate == 0
                ? load.always(connections)
                : load.constantRate(rate).variance(false).maxSessions(rate * 15);
        return phase.duration(duration)
                .maxDuration(duration + 10_000)
                .scenario()
                .maxRequests(1)
                .maxSequences(1)
                .initialSequence("fetch")
                .step(SC)
                .httpRequest(HttpMethod.GET)
                .path("/")
                .endStep()
                .endSequence()
                .endScenario();
    }
}
