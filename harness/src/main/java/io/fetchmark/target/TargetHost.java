package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.Launch;
import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.MeterSource;
import io.fetchmark.result.TargetFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A target that answers, until it is closed.
 *
 * <p>The container or the embedded server belongs to a forked JVM, which removes it when this JVM closes the target or
 * ends in whatever way. Nothing of Testcontainers is loaded here. Any thread may call any method.
 *
 * <pre>
 *   this JVM                          forked JVM (TargetHostMain)
 *   TargetHost.start -- order ------> starts the container or server, waits until it answers
 *              facts &lt;-- Ready -----
 *              meter &lt;-- Used ------  where only the engine can tell, once a second
 *              death &lt;-- Died ------  the target ended by itself
 *              close --- end of input -> removes it, ends
 * </pre>
 */
public final class TargetHost implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Dio.fetchmark=target",
            "-Dsun.net.httpserver.nodelay=true",
            "-Dsun.net.httpserver.maxIdleConnections=1000000",
            "-Dsun.net.httpserver.idleInterval=3600",
            "-Djava.awt.headless=true");

    private final TargetFacts facts;
    private final Optional<ForkedJvm> host;
    private final Optional<Counters> counters;
    private final CompletableFuture<String> death = new CompletableFuture<>();
    private volatile Optional<Reading> told = Optional.empty();
    private volatile boolean closing;

    private TargetHost(TargetFacts facts, Optional<ForkedJvm> host, Optional<Counters> counters) {
        this.facts = facts;
        this.host = host;
        this.counters = counters;
    }

    /**
     * Starts the target and waits until it answers.
     *
     * @param jdk runs the JVM that owns the target
     * @param classPath holds this library and all that it needs
     * @param log takes lines for the user, from any thread
     * @throws TargetFailure if it could not be started, or what is to be there already does not answer
     */
    public static TargetHost start(TargetOrder order, Jdk jdk, List<Path> classPath, Consumer<String> log)
            throws TargetFailure, InterruptedException {
        return start(order, jdk, classPath, Map.of(), log);
    }

    static TargetHost start(
            TargetOrder order, Jdk jdk, List<Path> classPath, Map<String, String> environment, Consumer<String> log)
            throws TargetFailure, InterruptedException {
        // A switch over sealed types needs a newer Java than this library may use.
        if (order.spec() instanceof UrlSpec url) {
            return new TargetHost(RunningTarget.check(url), Optional.empty(), Optional.empty());
        }
        if (order.spec() instanceof NginxSpec nginx) {
            RequiredFiles.check(nginx);
        }
        return fork(order, jdk, classPath, environment, log);
    }

    private static TargetHost fork(
            TargetOrder order, Jdk jdk, List<Path> classPath, Map<String, String> environment, Consumer<String> log)
            throws TargetFailure, InterruptedException {
        Map<String, String> variables = HostEnvironment.of(environment);
        ForkedJvm host;
        try {
            host = ForkedJvm.start(
                    new Launch(jdk, classPath, OPTIONS, TargetHostMain.class.getName(), order.cpus(), variables), log);
        } catch (IOException e) {
            throw new TargetFailure("the JVM that owns the target could not be started: " + e.getMessage(), e);
        }
        try {
            host.send(Json.line(order));
            HostMessage.Ready ready = ready(host);
            TargetHost started = new TargetHost(ready.facts(), Optional.of(host), Optional.of(ready.counters()));
            started.watch(host);
            return started;
        } catch (IOException e) {
            host.close();
            throw new TargetFailure("the JVM that owns the target ended early:\n" + host.tail(), e);
        } catch (TargetFailure | InterruptedException | RuntimeException e) {
            host.close();
            throw e;
        }
    }

    private static HostMessage.Ready ready(ForkedJvm host) throws TargetFailure, InterruptedException, MalformedJson {
        Optional<String> line = host.receive();
        if (line.isEmpty()) {
            throw new TargetFailure(ended(host));
        }
        HostMessage message = Json.read(line.get(), HostMessage.class);
        if (message instanceof HostMessage.Ready ready) {
            return ready;
        }
        throw new TargetFailure(message.reason());
    }

    /** What runs and where it answers. */
    public TargetFacts facts() {
        return facts;
    }

    /**
     * Completes if the target ends before it is closed, with the reason: its exit status and the last lines of its log.
     * What was measured until then says nothing. Never completes for a target that was there before.
     */
    public CompletableFuture<String> death() {
        return death.copy();
    }

    /**
     * A meter of what the target uses, which runs until it is closed. It knows nothing of a target that was there before.
     */
    public TargetMeter meter() {
        Optional<MeterSource> source = counters.map(Counters::source);
        Optional<CpuSet> own = facts.cpus()
                .map(CpuSet::parse)
                .or(() -> source.filter(MeterSource::isPrompt).flatMap(any -> HostReading.allCpus()));
        return TargetMeter.start(
                source,
                facts.availableCpus(),
                own,
                () -> counters.flatMap(Counters::read).or(() -> told));
    }

    /** The process that owns the target; empty for one that was there before. */
    OptionalLong pid() {
        return host.map(ForkedJvm::pid).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Removes the target, if it was started here, and waits until it is gone. */
    @Override
    public void close() {
        closing = true;
        host.ifPresent(ForkedJvm::close);
    }

    private void watch(ForkedJvm owner) {
        Thread watch = new Thread(
                () -> {
                    try {
                        String reason = reason(owner);
                        if (!closing) {
                            death.complete(reason);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "fetchmark-target-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private String reason(ForkedJvm owner) throws InterruptedException {
        for (Optional<String> line = owner.receive(); line.isPresent(); line = owner.receive()) {
            try {
                HostMessage message = Json.read(line.get(), HostMessage.class);
                if (message instanceof HostMessage.Used used) {
                    told = Optional.of(used.at(Instant.now()));
                } else {
                    return message instanceof HostMessage.Died died ? died.reason() : line.get();
                }
            } catch (MalformedJson e) {
                return "the JVM that owns the target said what cannot be read: " + line.get();
            }
        }
        return ended(owner);
    }

    private static String ended(ForkedJvm host) throws InterruptedException {
        String tail = host.tail();
        return "the JVM that owns the target ended with exit status " + host.exitStatus()
                + (tail.isEmpty() ? "" : "; its last lines:\n" + tail);
    }
}
