package io.fetchmark.plan;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A service of a compose file, with the other services of that file, in a project of its own. Nothing but containers can
 * take its place.
 *
 * @param file the compose file; whether it is there shows when it is started
 * @param service the one that is reached, by its name in the file
 * @param env variables for the file, which go before those of this process; values may be secrets, so they are shown
 *     nowhere
 * @param port where the service takes plain HTTP, in its own network, 1 to 65535
 * @param ready when the service counts as ready
 */
public record ComposeSpec(Path file, String service, Map<String, String> env, int port, Readiness ready)
        implements TargetSpec {

    /** <a href="https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json">Compose's own rule</a>. */
    private static final Pattern SERVICE = Pattern.compile("[a-zA-Z0-9._-]+");

    public ComposeSpec {
        if (!SERVICE.matcher(service).matches()) {
            throw new InvalidValue(
                    "service",
                    "must be the name of a service of the file: letters, digits, dots, underscores and dashes, was "
                            + (service.isEmpty() ? "empty" : service));
        }
        ContainerSetup.checkEnv(env);
        ContainerSpec.checkPort(port);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    /** A service of a file with nothing but its port. */
    public static ComposeSpec of(Path file, String service, int port) {
        return new ComposeSpec(file, service, Map.of(), port, Readiness.ROOT);
    }

    /** The same with other variables. */
    public ComposeSpec with(Map<String, String> newEnv) {
        return new ComposeSpec(file, service, newEnv, port, ready);
    }

    /** The same service, ready by another sign. */
    public ComposeSpec ready(Readiness other) {
        return new ComposeSpec(file, service, env, port, other);
    }

    /** The variables in the order of names, with words in the place of values that may be secrets. */
    public Map<String, String> comparableEnv() {
        return Secrecy.shown(env);
    }

    @Override
    public String kind() {
        return "compose";
    }

    @Override
    public boolean isTls() {
        return false;
    }

    /** All but the values of the variables. */
    @Override
    public String toString() {
        return "ComposeSpec[file=" + file + ", service=" + service + ", env=" + env.keySet() + ", port=" + port
                + ", ready=" + ready + "]";
    }
}
