package io.fetchmark.plan;

import java.util.List;
import java.util.Map;

/**
 * Any image, in a container of its own network, with the companions that it needs. Nothing but a container can take its
 * place.
 *
 * @param port where it takes plain HTTP, 1 to 65535
 * @param ready when it counts as ready
 * @param companions what is started before it, in order, and removed with it
 */
public record ContainerSpec(ContainerSetup setup, int port, Readiness ready, List<Companion> companions)
        implements TargetSpec {

    private static final int LAST_PORT = 65_535;

    public ContainerSpec {
        checkPort(port);
        companions = List.copyOf(companions);
        List<String> names = companions.stream().map(Companion::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidValue("with", "must have names that differ, was " + names);
        }
    }

    /** An image with nothing but its port. */
    public static ContainerSpec of(String image, int port) {
        return new ContainerSpec(ContainerSetup.of(image), port, Readiness.ROOT, List.of());
    }

    /** This target with that in its container. */
    public ContainerSpec made(ContainerSetup other) {
        return new ContainerSpec(other, port, ready, companions);
    }

    /** This container with another environment and command. */
    public ContainerSpec running(Map<String, String> newEnv, List<String> newCommand) {
        return made(setup.running(newEnv, newCommand));
    }

    /** This container, ready by another sign. */
    public ContainerSpec ready(Readiness other) {
        return new ContainerSpec(setup, port, other, companions);
    }

    /** This container with at most that of its machine. */
    public ContainerSpec using(Resources other) {
        return made(setup.using(other));
    }

    /** This container beside others. */
    public ContainerSpec with(Companion... newCompanions) {
        return new ContainerSpec(setup, port, ready, List.of(newCompanions));
    }

    public String image() {
        return setup.image();
    }

    public Map<String, String> env() {
        return setup.env();
    }

    public List<String> command() {
        return setup.command();
    }

    /** Whether its containers are to find each other by name. */
    public boolean needsNetwork() {
        return !companions.isEmpty() || !setup.aliases().isEmpty();
    }

    @Override
    public String kind() {
        return "container";
    }

    @Override
    public boolean isTls() {
        return false;
    }

    static void checkPort(int port) {
        if (port < 1 || port > LAST_PORT) {
            throw new InvalidValue("port", "must be from 1 to " + LAST_PORT + ", was " + port);
        }
    }
}
