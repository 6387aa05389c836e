package io.fetchmark.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Any image, in a container of its own network. Nothing but a container can take its place.
 *
 * @param port where it takes plain HTTP, 1 to 65535
 * @param env variables of its environment, beside those of the image; values may be secrets, so they are shown
 *     nowhere
 * @param command in place of the image's own; that one if empty
 * @param ready when it counts as ready
 * @param resources how much of its machine it may use
 */
public record ContainerSpec(
        String image, int port, Map<String, String> env, List<String> command, Readiness ready, Resources resources)
        implements TargetSpec {

    private static final int LAST_PORT = 65_535;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    public ContainerSpec {
        TargetSpec.checkImage(image);
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
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        command = List.copyOf(command);
    }

    /** An image with nothing but its port. */
    public static ContainerSpec of(String image, int port) {
        return new ContainerSpec(image, port, Map.of(), List.of(), Readiness.ROOT, Resources.ALL);
    }

    /** This container with another environment and command. */
    public ContainerSpec running(Map<String, String> newEnv, List<String> newCommand) {
        return new ContainerSpec(image, port, newEnv, newCommand, ready, resources);
    }

    /** This container, ready by another sign. */
    public ContainerSpec ready(Readiness other) {
        return new ContainerSpec(image, port, env, command, other, resources);
    }

    /** This container with at most that of its machine. */
    public ContainerSpec using(Resources other) {
        return new ContainerSpec(image, port, env, command, ready, other);
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
        return "ContainerSpec[image=" + image + ", port=" + port + ", env=" + env.keySet() + ", command=" + command
                + ", ready=" + ready + ", resources=" + resources + "]";
    }
}
