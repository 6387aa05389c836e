package io.fetchmark.maven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The {@code docker} command, where there is one and an engine answers. */
public final class DockerCli {

    private DockerCli() {}

    /** Whether an engine answers. */
    public static boolean answers() throws IOException, InterruptedException {
        try {
            return run("version", "--format", "{{.Server.Version}}").status == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it runs compose files, too. */
    public static boolean hasCompose() throws IOException, InterruptedException {
        return run("compose", "version").status == 0;
    }

    /** The values of our label, of all containers, networks and volumes; each names the process that owns the thing. */
    static List<String> labels() throws IOException, InterruptedException {
        List<String> labels = new ArrayList<>();
        if (answers()) {
            String format = "{{.Label \"io.fetchmark\"}}";
            labels.addAll(run("ps", "-a", "--filter", "label=io.fetchmark", "--format", format).lines);
            labels.addAll(run("network", "ls", "--filter", "label=io.fetchmark", "--format", format).lines);
            labels.addAll(run("volume", "ls", "--filter", "label=io.fetchmark", "--format", format).lines);
        }
        return labels;
    }

    /** Kills the containers whose label is that. */
    static void kill(String label) throws IOException, InterruptedException {
        for (String id : run("ps", "-q", "--filter", "label=io.fetchmark=" + label).lines) {
            run("kill", id);
        }
    }

    private record Answer(int status, List<String> lines) {}

    private static Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output.lines().toList());
    }
}
