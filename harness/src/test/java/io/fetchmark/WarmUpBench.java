package io.fetchmark;

import io.fetchmark.measure.Units;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.ScenarioResult;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Two clients on one instance of a jar, in both orders, as a table. See {@code dev/bench-warm-up}. */
final class WarmUpBench {

    private static final int CONCURRENCY = 10;

    private WarmUpBench() {}

    /** Arguments: the jar, which takes {@code --server.port}, the path of its page, warm-up, and duration. */
    // Its standard output is what the script is for.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "| order | client | warm-up | steady | throughput | p50 | target CPU a request | cautions |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<Client> order = List.of(Client.EVENT_LOOP, Client.ASYNC);
        for (List<Client> clients : List.of(order, List.of(order.get(1), order.get(0)))) {
            Scenario scenario = Scenario.of(
                            "page",
                            Request.get(arguments[1]),
                            new Load.Closed(CONCURRENCY),
                            clients.toArray(Client[]::new))
                    .lasting(Durations.parse(arguments[2]), Durations.parse(arguments[3]));
            JarSpec jar = jar(Path.of(arguments[0]));
            Path directory = Files.createTempDirectory("bench-warm-up");
            List<ScenarioResult> results = new Harness(HarnessOptions.in(directory), RunListener.SILENT)
                    .run(new Plan(jar, RuntimeChoice.PROCESS, List.of(scenario), 1))
                    .results();
            for (ScenarioResult result : results) {
                System.out.println(row(clients, result));
            }
        }
    }

    private static JarSpec jar(Path file) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            return JarSpec.of(file, port).running(List.of("-Xmx256m"), List.of("--server.port=" + port));
        }
    }

    private static String row(List<Client> clients, ScenarioResult result) {
        return "| " + clients.stream().map(Client::toString).collect(Collectors.joining(", ")) + " | "
                + result.client() + " | "
                + Units.seconds(result.warmUp().orElseThrow().seconds()) + " | "
                + result.warmUp().orElseThrow().steady().map(String::valueOf).orElse("not told") + " | "
                + Units.rate(result.throughputPerSecond()) + " | "
                + Units.time((double) result.responseTimeNanos().p50()) + " | "
                + Units.time(result.targetCpuNanosPerRequest().orElse(0)) + " | "
                + String.join("; ", result.warnings()) + " |";
    }
}
