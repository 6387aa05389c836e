package io.fetchmark.plan;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What the load is put on. */
public sealed interface TargetSpec {

    /** The name used in files: nginx, container, url. */
    String kind();

    /** Whether it is reached by https. */
    boolean isTls();

    private static void checkImage(String name) {
        if (name.isBlank()) {
            throw new InvalidValue("image", "must name an image, was empty");
        }
    }

    /**
     * nginx, in a container where an engine answers.
     *
     * @param image any image whose command is nginx
     * @param content the directory to serve; nginx's own welcome page if absent
     * @param config a whole nginx.conf; one is made if absent
     * @param delay how long every response waits, 0 to 1 min; 0 for none. Excludes {@code config}
     */
    record Nginx(String image, Optional<Path> content, Optional<Path> config, Duration delay) implements TargetSpec {

        public static final String DEFAULT_IMAGE = "nginx:1.28";

        public Nginx {
            checkImage(image);
            if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new InvalidValue("delay", "must be from 0s to 1m, was " + Durations.format(delay));
            }
            if (config.isPresent() && !delay.isZero()) {
                throw new InvalidValue(
                        "delay",
                        "must not be given beside <config>: the delay is made by a configuration of ours, was "
                                + Durations.format(delay));
            }
        }

        /** The default image with its welcome page. */
        public static Nginx welcome(String image) {
            return new Nginx(image, Optional.empty(), Optional.empty(), Duration.ZERO);
        }

        @Override
        public String kind() {
            return "nginx";
        }

        @Override
        public boolean isTls() {
            return false;
        }
    }

    /**
     * Any image, in a container of its own network. Nothing but a container can take its place.
     *
     * @param port where it takes plain HTTP, 1 to 65535
     * @param env variables of its environment, beside those of the image; values may be secrets, so they are shown
     *     nowhere
     * @param command in place of the image's own; that one if empty
     * @param ready when it counts as ready
     * @param cpus how much CPU time it may use, in CPUs, at least 0.01; all there is if absent
     * @param memory how much memory it may use, without any swap; all there is if absent
     */
    record Container(
            String image,
            int port,
            Map<String, String> env,
            List<String> command,
            Readiness ready,
            OptionalDouble cpus,
            Optional<MemorySize> memory)
            implements TargetSpec {

        public static final double LEAST_CPUS = 0.01;

        private static final int LAST_PORT = 65_535;
        private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

        public Container {
            checkImage(image);
            if (port < 1 || port > LAST_PORT) {
                throw new InvalidValue("port", "must be from 1 to " + LAST_PORT + ", was " + port);
            }
            for (String name : env.keySet()) {
                if (!VARIABLE.matcher(name).matches()) {
                    throw new InvalidValue(
                            "env",
                            "must have names of letters, digits, underscores, dots and dashes that do not start with a"
                                    + " digit, dot or dash, was " + name);
                }
            }
            if (cpus.isPresent() && !(cpus.getAsDouble() >= LEAST_CPUS && Double.isFinite(cpus.getAsDouble()))) {
                throw new InvalidValue("cpus", "must be at least " + LEAST_CPUS + ", was " + cpus.getAsDouble());
            }
            env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
            command = List.copyOf(command);
        }

        /** An image with nothing but its port. */
        public static Container of(String image, int port) {
            return new Container(
                    image, port, Map.of(), List.of(), Readiness.ROOT, OptionalDouble.empty(), Optional.empty());
        }

        /** This container with another environment and command. */
        public Container running(Map<String, String> newEnv, List<String> newCommand) {
            return new Container(image, port, newEnv, newCommand, ready, cpus, memory);
        }

        /** This container, ready by another sign. */
        public Container ready(Readiness other) {
            return new Container(image, port, env, command, other, cpus, memory);
        }

        /** This container with at most so much CPU time and memory. */
        public Container atMost(OptionalDouble newCpus, Optional<MemorySize> newMemory) {
            return new Container(image, port, env, command, ready, newCpus, newMemory);
        }

        @Override
        public String kind() {
            return "container";
        }

        @Override
        public boolean isTls() {
            return false;
        }

        /** All but the values of the environment. */
        @Override
        public String toString() {
            return "Container[image=" + image + ", port=" + port + ", env=" + env.keySet() + ", command=" + command
                    + ", ready=" + ready + ", cpus=" + cpus + ", memory=" + memory + "]";
        }
    }

    /**
     * Something that is already running.
     *
     * @param url its http or https address, without query and fragment; paths of requests are appended
     */
    record Url(URI url) implements TargetSpec {

        public Url {
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!http || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
                throw new InvalidValue(
                        "url", "must be an http or https address such as http://localhost:8080, was " + url);
            }
            if (url.getUserInfo() != null) {
                throw new InvalidValue("url", "must not hold a user or password, which would reach files and logs");
            }
        }

        @Override
        public String kind() {
            return "url";
        }

        @Override
        public boolean isTls() {
            return "https".equals(url.getScheme());
        }
    }
}
