package io.fetchmark.target;

import com.github.dockerjava.api.exception.DockerException;
import io.fetchmark.result.NetworkPath;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Waits until a container answers as it should on one of several ways, and takes the best that does. Testcontainers' own
 * strategies know only published ports, and take any program's answer.
 */
final class ReadyWait extends AbstractWaitStrategy {

    private static final long POLL_MILLIS = 25;
    /** How much later a better way may answer than a worse one. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ReadyCheck check;
    private final List<NetworkPath> paths;
    private final int port;
    private Optional<Candidate> reached = Optional.empty();
    private boolean ready;
    private Optional<String> engineFailure = Optional.empty();

    /**
     * @param paths best first; none for a container that is reached by nobody of this machine
     * @param port where the container listens, in its own network
     */
    ReadyWait(ReadyCheck check, List<NetworkPath> paths, int port, Duration patience) {
        this.check = check;
        this.paths = List.copyOf(paths);
        this.port = port;
        withStartupTimeout(patience);
    }

    /** A wait for the answer that a probe asks for. */
    ReadyWait(Probe probe, List<NetworkPath> paths, int port, Duration patience) {
        this(new PathCheck(probe), paths, port, patience);
    }

    /** Whether the container was seen to be ready. */
    boolean isOver() {
        return ready;
    }

    /** Where the container was reached; empty before, and if there is no way to it. */
    Optional<Candidate> reached() {
        return reached;
    }

    /**
     * What kept this machine from asking the container, as it goes on after its name in a sentence; empty if the container
     * is to answer for it.
     */
    Optional<String> obstacle() {
        return engineFailure
                .map(reason -> "could not be waited for, as the engine no longer answers (" + reason
                        + "): see whether it runs")
                .or(() -> check.failures().values().stream()
                        .filter(CheckFailure::isOfThisMachine)
                        .findFirst()
                        .map(failure -> "runs, but this machine cannot connect to it (" + failure + ")"));
    }

    /** Whether it takes connections, on the best of the ways on which it was asked, and says nothing. */
    boolean isSilent() {
        return paths.stream()
                .flatMap(path -> Optional.ofNullable(check.failures().get(path)).stream())
                .findFirst()
                .filter(failure -> failure.kind() == CheckFailure.Kind.SILENT)
                .isPresent();
    }

    /** Why it was not reached, for each way; empty if something answered on all of them, or none was tried. */
    Optional<String> reasons() {
        return check.failures().entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .reduce((one, next) -> one + "; " + next);
    }

    /** What is asked. */
    ReadyCheck check() {
        return check;
    }

    List<NetworkPath> paths() {
        return paths;
    }

    int port() {
        return port;
    }

    @Override
    protected void waitUntilReady() {
        List<Candidate> candidates = List.of();
        long end = System.nanoTime() + startupTimeout.toNanos();
        try {
            while (!ready && System.nanoTime() < end && waitStrategyTarget.isRunning()) {
                if (check.isDue()) {
                    candidates = candidates.isEmpty() ? candidates() : candidates;
                    reached = best(candidates);
                    ready = reached.isPresent() || paths.isEmpty();
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerLaunchException("interrupted while waiting for the container", e);
        } catch (DockerException e) {
            // Words of the engine.
            throw e;
        } catch (RuntimeException e) {
            engineFailure = Optional.of(CheckFailure.of(e).words());
            throw new ContainerLaunchException("the engine does not answer", e);
        }
        if (!ready) {
            throw new ContainerLaunchException("the container does not answer as it should at " + candidates);
        }
    }

    private Optional<Candidate> best(List<Candidate> candidates) throws InterruptedException {
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (check.passes(candidates.get(i))) {
                return Optional.of(firstOf(candidates.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    // Called when the last of them answers.
    private Candidate firstOf(List<Candidate> candidates) throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        do {
            for (Candidate candidate : candidates.subList(0, candidates.size() - 1)) {
                if (check.passes(candidate)) {
                    return candidate;
                }
            }
            Thread.sleep(POLL_MILLIS);
        } while (candidates.size() > 1 && System.nanoTime() < end);
        return candidates.get(candidates.size() - 1);
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (NetworkPath path : paths) {
            address(path).ifPresent(url -> candidates.add(new Candidate(path, url)));
        }
        return candidates;
    }

    private Optional<URI> address(NetworkPath path) {
        return switch (path) {
            case HOST, LOOPBACK -> Optional.of(URI.create("http://127.0.0.1:" + port));
            case DIRECT ->
                waitStrategyTarget.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                        .map(network -> network.getIpAddress())
                        .filter(address -> address != null && !address.isEmpty())
                        .map(address -> URI.create("http://" + address + ":" + port))
                        .findFirst();
            case MAPPED ->
                mappedPort().map(mapped -> URI.create("http://" + waitStrategyTarget.getHost() + ":" + mapped));
        };
    }

    private Optional<Integer> mappedPort() {
        try {
            return Optional.of(waitStrategyTarget.getMappedPort(port));
        } catch (IllegalArgumentException e) {
            // It has ended already, and may start anew.
            return Optional.empty();
        }
    }
}
