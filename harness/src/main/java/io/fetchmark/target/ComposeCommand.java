package io.fetchmark.target;

import io.fetchmark.fork.EnvironmentOptions;
import io.fetchmark.json.MalformedJson;
import io.fetchmark.plan.ComposeSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compose 2 or newer, as the command that this machine has. Testcontainers would run the same command, or a container with
 * it; but it relays what goes to a service through a further container, and what it has started cannot be told from what
 * others have.
 *
 * @param words that start it
 */
record ComposeCommand(List<String> words) {

    private static final List<ComposeCommand> WAYS =
            List.of(new ComposeCommand(List.of("docker", "compose")), new ComposeCommand(List.of("docker-compose")));
    private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.\\d+.*", Pattern.DOTALL);
    private static final int OLDEST = 2;
    private static final Pattern WARNING = Pattern.compile("level=warning msg=\"(.*)\"");
    private static final long LOOK_SECONDS = 60;
    private static final long UP_MINUTES = 10;
    private static final int KILLED = 128 + 9;

    /**
     * What it answered.
     *
     * @param complaint what it said beside the answer
     */
    private record Answer(int status, String text, String complaint) {}

    /**
     * The one that this machine has.
     *
     * @throws TargetFailure if there is none
     */
    static ComposeCommand find() throws TargetFailure, InterruptedException {
        List<String> found = new ArrayList<>();
        for (ComposeCommand way : WAYS) {
            String line = String.join(" ", way.words) + " version";
            try {
                Answer answer = way.ask(List.of("version", "--short"), Map.of());
                Matcher version = VERSION.matcher(answer.text.strip());
                if (answer.status == 0 && version.matches() && Integer.parseInt(version.group(1)) >= OLDEST) {
                    return way;
                }
                found.add(line + " says "
                        + (answer.status == 0 ? answer.text : answer.complaint)
                                .strip()
                                .lines()
                                .findFirst()
                                .orElse("nothing"));
            } catch (IOException e) {
                found.add(line + " cannot be run");
            }
        }
        throw new TargetFailure("<compose> needs Docker Compose " + OLDEST + " or newer on this machine, and "
                + String.join(", and ", found)
                + ": install it (the package docker-compose-plugin of Docker's, or docker-compose of Debian 13 and later),"
                + " or name the service's image by <container>, with those that it needs in <with>");
    }

    /**
     * What a file says once all that it leaves open is resolved.
     *
     * @param say takes what Compose warns of
     * @throws TargetFailure if Compose cannot make sense of it
     */
    ComposeProject read(ComposeSpec spec, Consumer<String> say)
            throws TargetFailure, InterruptedException, IOException {
        Answer answer =
                ask(List.of("-f", spec.file().toAbsolutePath().toString(), "config", "--format", "json"), spec.env());
        if (answer.status != 0) {
            throw new TargetFailure("<compose><file>: must be a compose file that Docker Compose can read, was "
                    + spec.file() + ": " + answer.complaint.strip());
        }
        WARNING.matcher(answer.complaint)
                .results()
                .forEach(warning -> say.accept("compose: " + warning.group(1).replace("\\\"", "\"")));
        try {
            return ComposeProject.read(answer.text);
        } catch (MalformedJson e) {
            throw new TargetFailure(
                    "Docker Compose says of " + spec.file() + " what cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Starts all services of a project, and returns when they have started, as far as others of them wait for that.
     *
     * @param name of the project at the engine
     * @param log takes what Compose says
     * @throws TargetFailure if not all have started within 10 minutes
     */
    void up(ComposeProject project, String name, ComposeSpec spec, Berth berth, TargetLog log)
            throws TargetFailure, IOException, InterruptedException {
        ProcessBuilder builder = builder(
                List.of(
                        "--project-name",
                        name,
                        "--project-directory",
                        folder(spec),
                        "-f",
                        "-",
                        "up",
                        "--detach",
                        "--build",
                        "--quiet-pull"),
                spec.env());
        builder.environment().put("DOCKER_HOST", berth.engine().at().toString());
        builder.environment().remove("DOCKER_CONTEXT");
        Ending ending;
        berth.ownership().creates(berth.engine().client());
        try {
            TargetProcess process = berth.ownership().start(builder, log, project.toString());
            try {
                ending = process.ending().get(UP_MINUTES, TimeUnit.MINUTES);
            } catch (TimeoutException e) {
                process.end();
                throw new TargetFailure(
                        "Docker Compose has not started " + spec.file() + " within " + UP_MINUTES + " min"
                                + log.quote(),
                        e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        } finally {
            berth.ownership().created();
        }
        if (ending.status() != 0) {
            String remedy = Refusal.ofLastLines(log).remedy();
            throw new TargetFailure("Docker Compose could not start " + spec.file() + ", and " + ending
                    + (remedy.isEmpty() ? "" : " (" + remedy + ")") + log.quote());
        }
    }

    /** Relative paths of a file start at its folder. */
    private static String folder(ComposeSpec spec) {
        return String.valueOf(spec.file().toAbsolutePath().getParent());
    }

    private Answer ask(List<String> arguments, Map<String, String> env) throws IOException, InterruptedException {
        Process process = builder(arguments, env).start();
        process.getOutputStream().close();
        // A plugin of the docker command would hold its output open.
        CompletableFuture.delayedExecutor(LOOK_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                        .forEach(ProcessHandle::destroyForcibly));
        CompletableFuture<String> complaint = new CompletableFuture<>();
        Thread reader = new Thread(() -> complaint.complete(text(process.getErrorStream())), "fetchmark-compose");
        reader.setDaemon(true);
        reader.start();
        String text = text(process.getInputStream());
        int status = process.waitFor();
        return new Answer(
                status, text, status == KILLED ? "no answer within " + LOOK_SECONDS + " s" : complaint.join());
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(what it says could not be read: " + e.getMessage() + ")";
        }
    }

    private ProcessBuilder builder(List<String> arguments, Map<String, String> env) {
        List<String> command = new ArrayList<>(words);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        EnvironmentOptions.restore(builder.environment());
        builder.environment().putAll(Map.of("COMPOSE_ANSI", "never", "COMPOSE_PROGRESS", "plain"));
        builder.environment().putAll(env);
        return builder;
    }
}
