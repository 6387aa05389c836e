package io.fetchmark.plan;

import java.util.OptionalInt;

/**
 * A container that a target needs beside it, a database for example. No load is put on it, and what it uses is not
 * measured.
 *
 * @param name by which the containers of the run find it
 * @param port where it listens, in its own network; needed only where readiness is seen there
 * @param ready when the next container may be started
 */
public record Companion(String name, ContainerSetup setup, OptionalInt port, Readiness ready) {

    public Companion {
        ContainerSetup.checkHost("name", name);
        port.ifPresent(ContainerSpec::checkPort);
        if (port.isEmpty() && ready.sign().needsPort()) {
            throw new InvalidValue("port", "must be given unless <ready> has a <log>, was absent");
        }
    }
}
