package io.fetchmark.maven.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something bad that happens to a build half-way: as soon as its log shows that load runs. */
public final class Mishap {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";
    private static final String UNDER_LOAD = "home-page, threads: concurrency";

    private final Path directory;

    /** @param directory of the project that is about to be built */
    public Mishap(File directory) {
        this.directory = directory.toPath();
    }

    /** The JVM that drives the load is killed. */
    public void toTheWorker() {
        happens(() ->
                await("a worker", () -> jvm("io.fetchmark.worker.WorkerMain")).destroyForcibly());
    }

    /** The container of the target is killed. */
    public void toTheContainer() {
        happens(() -> {
            ProcessHandle host = await("a host", () -> jvm("io.fetchmark.target.TargetHostMain"));
            for (String label : DockerCli.labels()) {
                if (label.contains("/" + host.pid() + "/")) {
                    DockerCli.kill(label);
                }
            }
        });
    }

    /** Maven itself is asked to end, as by {@code kill}. */
    public void toMavenBySigterm() {
        happens(() -> await("Maven", () -> jvm(MAVEN)).destroy());
    }

    /** Maven itself is killed, as by {@code kill -9}. */
    public void toMavenBySigkill() {
        happens(() -> await("Maven", () -> jvm(MAVEN)).destroyForcibly());
    }

    private interface Deed {
        void happen() throws IOException, InterruptedException;
    }

    private interface Question<T> {
        Optional<T> ask() throws IOException;
    }

    private void happens(Deed deed) {
        Thread thread = new Thread(
                () -> {
                    try {
                        awaitLoad();
                        deed.happen();
                    } catch (IOException | InterruptedException e) {
                        // The build then goes on, and its script finds that nothing has happened.
                        System.err.println("no mishap: " + e);
                    }
                },
                "mishap");
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitLoad() throws IOException, InterruptedException {
        Path log = directory.resolve("build.log");
        await(
                "load",
                () -> Files.exists(log) && Files.readString(log).contains(UNDER_LOAD)
                        ? Optional.of(log)
                        : Optional.empty());
        Thread.sleep(1_500);
    }

    private static <T> T await(String what, Question<T> question) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<T> answer = question.ask();
        while (answer.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("no sign of " + what + " within " + PATIENCE);
            }
            Thread.sleep(100);
            answer = question.ask();
        }
        return answer.get();
    }

    /** A JVM of the build with that main class. */
    private Optional<ProcessHandle> jvm(String mainClass) throws IOException {
        return OurProcesses.of(directory)
                .filter(process -> process.info().commandLine().orElse("").contains(mainClass))
                .findFirst();
    }
}
