package io.fetchmark.target;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.Launch;
import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.UrlSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Where targets run, until it is closed.
 *
 * <p>Containers, processes and embedded servers belong to a forked JVM, which removes them when this JVM closes the host or
 * ends in whatever way. Nothing of Testcontainers is loaded here. Any thread may call any method; targets may be started
 * at the same time.
 *
 * <pre>
 *   this JVM                          forked JVM (TargetHostMain)
 *   start ------ Start -------------> starts the container or server, waits until it answers
 *   Target &lt;---- Ready --------------
 *     pause, resume, close ---------> does so
 *       &lt;------- AtWork -------------  each second until it is done
 *       &lt;------- Done ---------------
 *     meter &lt;--- Used ---------------  where only the engine can tell, once a second
 *     death &lt;--- Died ---------------  the target ended by itself
 *   close ------ end of input ------> removes all, ends
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

    /**
     * For a JVM that only looks after what runs elsewhere: it does most of what it does once, so that the second compiler takes
     * a third of its CPU time for nothing.
     */
    private static final String COMPILED_ONCE = "-XX:TieredStopAtLevel=1";

    /** An engine removes the containers of targets one after the other. */
    private static final Duration REMOVAL = Duration.ofSeconds(5);

    private static final Duration SWEEP = Duration.ofSeconds(30);

    private static final String TOO_LITTLE_MEMORY =
            ", as its heap of 256 MB is too small for what it serves: large files need a Docker engine"
                    + " (-Dfetchmark.runtime=docker)";

    private final Jdk jdk;
    private final List<Path> classPath;
    private final Map<String, String> environment;
    private final Consumer<String> log;
    private final Consumer<String> warnings;
    private final HostPatience patience;
    private final Map<Integer, HostLine> lines = new HashMap<>();
    private Optional<ForkedJvm> jvm = Optional.empty();
    private boolean closed;

    /**
     * A host, whose JVM is started with the first target that needs it.
     *
     * @param jdk runs the JVM that owns the targets
     * @param classPath holds this library and all that it needs
     * @param log takes lines for the user, from any thread
     */
    public TargetHost(Jdk jdk, List<Path> classPath, Consumer<String> log) {
        this(jdk, classPath, log, log);
    }

    /**
     * As above.
     *
     * @param warnings takes what the user must be told of what is left
     */
    public TargetHost(Jdk jdk, List<Path> classPath, Consumer<String> log, Consumer<String> warnings) {
        this(jdk, classPath, Map.of(), log, warnings, HostPatience.USUAL);
    }

    /** @param environment further variables of that JVM */
    TargetHost(
            Jdk jdk,
            List<Path> classPath,
            Map<String, String> environment,
            Consumer<String> log,
            Consumer<String> warnings,
            HostPatience patience) {
        this.warnings = warnings;
        this.patience = patience;
        this.jdk = jdk;
        this.classPath = List.copyOf(classPath);
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /**
     * Starts a target and waits until it answers.
     *
     * @throws TargetFailure if it could not be started, or what is to be there already does not answer
     */
    public Target start(TargetOrder order) throws TargetFailure, InterruptedException {
        // A switch over sealed types needs a newer Java than this library may use.
        if (order.spec() instanceof UrlSpec url) {
            return Target.found(RunningTarget.check(url, order.http()));
        }
        RequiredFiles.check(order.spec());
        HostLine line = line(order);
        return Target.owned(line.start(order), line);
    }

    /** The process that owns the targets; empty as long as there is none. */
    synchronized OptionalLong pid() {
        return jvm.map(ForkedJvm::pid).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Removes all targets that were started here, and waits until they are gone. */
    @Override
    public void close() {
        Optional<ForkedJvm> owner;
        Duration more;
        synchronized (this) {
            closed = true;
            owner = jvm;
            more = REMOVAL.multipliedBy(lines.size());
        }
        if (owner.isPresent()) {
            owner.get().close(more);
            if (!owner.get().endedWell() && mayLeave()) {
                sweep(owner.get());
            }
        }
    }

    private synchronized boolean mayLeave() {
        return lines.values().stream().anyMatch(HostLine::mayLeave);
    }

    /** Has another JVM remove what one that was killed, or could not do so, has left. */
    private void sweep(ForkedJvm ended) {
        boolean swept = false;
        try {
            ForkedJvm sweep =
                    fork(SweepMain.class.getName(), List.of(COMPILED_ONCE, "-Dio.fetchmark=sweep"), Optional.empty());
            sweep.close(SWEEP);
            swept = sweep.endedWell();
        } catch (TargetFailure e) {
            log.accept(String.valueOf(e.getMessage()));
        }
        warnings.accept("process " + ended.pid() + ", which owned the target, ended before it had removed it"
                + (swept
                        ? "; another process has removed it"
                        : ", and another process could not do so either: what is left is removed by the next run that"
                                + " finds the Docker engine in order, or by"
                                + " docker rm -f $(docker ps -aq --filter label=io.fetchmark)"));
    }

    private synchronized HostLine line(TargetOrder order) throws TargetFailure {
        if (closed) {
            throw new TargetFailure("the target is no longer wanted");
        }
        if (jvm.isEmpty()) {
            ForkedJvm started = fork(TargetHostMain.class.getName(), options(order), order.cpus());
            jvm = Optional.of(started);
            Thread watch = new Thread(() -> watch(started), "fetchmark-target-watch");
            watch.setDaemon(true);
            watch.start();
        }
        HostLine line = new HostLine(lines.size(), jvm.get(), patience, this::lose);
        lines.put(lines.size(), line);
        return line;
    }

    private List<String> options(TargetOrder order) {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        boolean serves = order.spec() instanceof NginxSpec
                && (order.runtime() == RuntimeChoice.EMBEDDED
                        || (order.runtime() == RuntimeChoice.AUTO && !Engine.isLikely(all)));
        return serves ? OPTIONS : Launch.options(OPTIONS, List.of(COMPILED_ONCE));
    }

    private ForkedJvm fork(String main, List<String> options, Optional<CpuSet> cpus) throws TargetFailure {
        try {
            return ForkedJvm.start(
                    new Launch(jdk, classPath, options, main, cpus, HostEnvironment.of(environment)).inOwnSession(),
                    log);
        } catch (IOException e) {
            throw new TargetFailure("the JVM that owns the target could not be started: " + e.getMessage(), e);
        }
    }

    private void watch(ForkedJvm owner) {
        String reason;
        try {
            for (Optional<String> line = owner.receive(); line.isPresent(); line = owner.receive()) {
                HostMessage message = Json.read(line.get(), HostMessage.class);
                heard();
                line(message.target()).ifPresent(known -> known.hear(message));
            }
            String tail = owner.tail();
            reason = "the JVM that owns the target ended with exit status " + owner.exitStatus()
                    + (tail.contains("OutOfMemoryError") ? TOO_LITTLE_MEMORY : "")
                    + (tail.isEmpty() ? "" : "; its last lines:\n" + tail);
        } catch (MalformedJson e) {
            reason = "the JVM that owns the target said what cannot be read: " + e.getMessage();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
        lose(reason);
    }

    /** Whatever it says, it does not hang. */
    private synchronized void heard() {
        lines.values().forEach(HostLine::heard);
    }

    private synchronized Optional<HostLine> line(int target) {
        return Optional.ofNullable(lines.get(target));
    }

    private synchronized void lose(String reason) {
        closed = true;
        lines.values().forEach(line -> line.lose(reason));
    }
}
