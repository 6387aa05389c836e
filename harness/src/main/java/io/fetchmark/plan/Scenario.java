package io.fetchmark.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request, the clients that fetch it, the load they put on the target, and the limits of the result. Where several
 * workers drive the load together, the numbers are of all of them.
 *
 * @param name letters, digits, dot, dash and underscore, at most 100; unique in a plan
 * @param clients the clients, measured one after the other, each once
 * @param threads the size of the pool of the {@code threads} client in open and ladder loads, 1 to 10 000
 * @param connections how many exchanges of an open load are in flight at most, with a client that has no pool; 1 to
 *     100 000. A target accepts only so many connections that it has not yet come to (the backlog: 511 in nginx); what
 *     is beyond is sent again by the kernel, a second and more later
 * @param warmUp how long the load runs before it is measured, 0 to 1 h
 * @param duration how long a closed or open load is measured, 10 ms to 24 h; a ladder ends with its last step
 * @param limits those that were set; {@link #limitsInForce} has the default, too
 * @param regression how it is held against a baseline, if it is
 */
public record Scenario(
        String name,
        List<Client> clients,
        int threads,
        int connections,
        Request request,
        Load load,
        Duration warmUp,
        Duration duration,
        List<Limit> limits,
        Optional<Regression> regression) {

    /** As many as Python's {@code ThreadPoolExecutor} has at most by default (docs of concurrent.futures). */
    public static final int DEFAULT_THREADS = 32;

    public static final int DEFAULT_CONNECTIONS = 256;

    public static final Duration DEFAULT_WARM_UP = Duration.ofSeconds(3);
    public static final Duration DEFAULT_DURATION = Duration.ofSeconds(10);

    public Scenario {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new InvalidValue(
                    "name", "must be 1 to 100 letters, digits, dots, dashes or underscores, was " + name);
        }
        clients = List.copyOf(clients);
        if (clients.isEmpty()) {
            throw new InvalidValue("clients", "must name at least one client, was empty");
        }
        if (clients.stream().distinct().count() < clients.size()) {
            throw new InvalidValue("clients", "must name each client once, was " + clients);
        }
        if (threads < 1 || threads > 10_000) {
            throw new InvalidValue("threads", "must be from 1 to 10000, was " + threads);
        }
        if (connections < 1 || connections > Load.Closed.MOST) {
            throw new InvalidValue("connections", "must be from 1 to " + Load.Closed.MOST + ", was " + connections);
        }
        if (clients.contains(Client.EVENT_LOOP) && request.http() == HttpVersion.HTTP_2) {
            throw new InvalidValue(
                    "clients",
                    "event-loop speaks HTTP/1.1 only, and <http> is 2; any other client does, was " + clients);
        }
        if (warmUp.isNegative() || warmUp.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidValue("warmUp", "must be from 0s to 1h, was " + Durations.format(warmUp));
        }
        if (duration.compareTo(Duration.ofMillis(10)) < 0 || duration.compareTo(Duration.ofHours(24)) > 0) {
            throw new InvalidValue("duration", "must be from 10ms to 24h, was " + Durations.format(duration));
        }
        limits = List.copyOf(limits);
        if (regression.isPresent()) {
            checkCompared(load, regression.get());
        }
    }

    /** A scenario that is not held against a baseline. */
    public Scenario(
            String name,
            List<Client> clients,
            int threads,
            int connections,
            Request request,
            Load load,
            Duration warmUp,
            Duration duration,
            List<Limit> limits) {
        this(name, clients, threads, connections, request, load, warmUp, duration, limits, Optional.empty());
    }

    private static void checkCompared(Load load, Regression regression) {
        if (load instanceof Load.Ladder) {
            throw new InvalidValue(
                    "regression",
                    "needs a <concurrency> or an <arrivalRate>, which can be put on in blocks, was a ladder");
        }
        boolean ofThroughput =
                regression.metrics().stream().anyMatch(gated -> gated.metric() == RegressionMetric.THROUGHPUT);
        if (ofThroughput && load instanceof Load.Open) {
            throw new InvalidValue(
                    "regression",
                    "cannot judge throughput under an <arrivalRate>, which gives it; p50 and cpuPerRequest say more, was "
                            + regression.metrics().stream().map(Gated::metric).toList());
        }
    }

    /** A scenario with the default warm-up (3 s), duration (10 s) and pool size, and no limits. */
    public static Scenario of(String name, Request request, Load load, Client... clients) {
        return new Scenario(
                name,
                List.of(clients),
                DEFAULT_THREADS,
                DEFAULT_CONNECTIONS,
                request,
                load,
                DEFAULT_WARM_UP,
                DEFAULT_DURATION,
                List.of());
    }

    /**
     * Checks that it can be measured with a target and, if it is to be, compared with a baseline.
     *
     * @throws InvalidValue if it cannot
     */
    public void checkAgainst(TargetSpec target, Optional<Baseline> baseline, RuntimeChoice runtime) {
        checkAgainst(target);
        if (regression.isPresent()) {
            regression.get().checkAgainst(target, runtime);
            if (baseline.orElse(null) instanceof Baseline.Beside beside) {
                checkAgainst(beside.target());
                regression.get().checkAgainst(beside.target(), runtime);
            }
        }
    }

    // HttpClient has no HTTP/2 by prior knowledge, so it needs TLS or a target that takes an upgrade from HTTP/1.1.
    private void checkAgainst(TargetSpec target) {
        if (request.http() == HttpVersion.HTTP_2 && target instanceof NginxSpec) {
            throw new InvalidValue(
                    "request",
                    "must have <http>1.1</http> with <nginx>, which speaks HTTP/2 by TLS or prior knowledge only, was 2");
        }
        if (clients.contains(Client.EVENT_LOOP) && target.isTls()) {
            throw new InvalidValue(
                    "clients",
                    "event-loop speaks plain http only, and the target https; any other client does, was " + clients);
        }
    }

    /**
     * Checks that the load can be shared by so many workers.
     *
     * @throws InvalidValue if it cannot
     */
    public void checkSharedBy(int workers) {
        if (!(load instanceof Load.Closed closed)) {
            return;
        }
        if (closed.concurrency() < workers) {
            throw new InvalidValue(
                    "load",
                    "needs a <concurrency> of at least the number of <workers>, " + workers + ", was "
                            + closed.concurrency());
        }
        if (clients.contains(Client.SEQUENTIAL) && closed.concurrency() > workers) {
            throw new InvalidValue(
                    "clients",
                    "sequential keeps one exchange in flight in each of the <workers>, so concurrency must be "
                            + workers + ", was " + closed.concurrency());
        }
    }

    /** This scenario with other times. */
    public Scenario lasting(Duration newWarmUp, Duration newDuration) {
        return new Scenario(
                name, clients, threads, connections, request, load, newWarmUp, newDuration, limits, regression);
    }

    /** This scenario with these limits. */
    public Scenario limitedBy(Limit... newLimits) {
        return new Scenario(
                name, clients, threads, connections, request, load, warmUp, duration, List.of(newLimits), regression);
    }

    /** The limits that a result is judged by: those that were set, and one of the error rate, by default 1 %. */
    public List<Limit> limitsInForce() {
        return limits.stream().anyMatch(limit -> limit.metric() == LimitMetric.ERROR_RATE)
                ? limits
                : Stream.concat(limits.stream(), Stream.of(Limit.DEFAULT_ERROR_RATE))
                        .toList();
    }

    /** This scenario with another request. */
    public Scenario fetching(Request other) {
        return new Scenario(name, clients, threads, connections, other, load, warmUp, duration, limits, regression);
    }

    /** This scenario, held against a baseline. */
    public Scenario comparedBy(Regression newRegression) {
        return new Scenario(
                name,
                clients,
                threads,
                connections,
                request,
                load,
                warmUp,
                duration,
                limits,
                Optional.of(newRegression));
    }

    /** How many tests for a regression it has: one for each metric and client. */
    int tests() {
        return regression.map(gate -> gate.metrics().size() * clients.size()).orElse(0);
    }
}
