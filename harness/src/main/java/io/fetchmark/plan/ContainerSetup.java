package io.fetchmark.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An image and what a container of it is given.
 *
 * @param env variables of its environment, beside those of the image; values may be secrets, so they are shown
 *     nowhere
 * @param command in place of the image's own; that one if empty
 * @param content what is copied into it before it starts
 * @param volumes what it has at paths of its own
 * @param aliases names by which the containers of the same run find it
 * @param resources how much of its machine it may use
 */
public record ContainerSetup(
        String image,
        Map<String, String> env,
        List<String> command,
        List<CopiedFile> content,
        List<Volume> volumes,
        List<String> aliases,
        Resources resources) {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9]([A-Za-z0-9_-]{0,62}))*");

    public ContainerSetup {
        TargetSpec.checkImage(image);
        checkEnv(env);
        aliases.forEach(alias -> checkHost("aliases", alias));
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        command = List.copyOf(command);
        content = List.copyOf(content);
        volumes = List.copyOf(volumes);
        aliases = List.copyOf(aliases);
        if (volumes.stream().map(Volume::to).distinct().count() < volumes.size()) {
            throw new InvalidValue(
                    "volumes",
                    "must have paths <to> that differ, was "
                            + volumes.stream().map(Volume::to).toList());
        }
    }

    /** An image with nothing but what it brings. */
    public static ContainerSetup of(String image) {
        return new ContainerSetup(image, Map.of(), List.of(), List.of(), List.of(), List.of(), Resources.ALL);
    }

    /** The same with another environment and command. */
    public ContainerSetup running(Map<String, String> newEnv, List<String> newCommand) {
        return new ContainerSetup(image, newEnv, newCommand, content, volumes, aliases, resources);
    }

    /** The same with at most that of its machine. */
    public ContainerSetup using(Resources other) {
        return new ContainerSetup(image, env, command, content, volumes, aliases, other);
    }

    /** The same with these files and volumes. */
    public ContainerSetup holding(List<CopiedFile> newContent, List<Volume> newVolumes) {
        return new ContainerSetup(image, env, command, newContent, newVolumes, aliases, resources);
    }

    /** The same with these names. */
    public ContainerSetup alias(List<String> newAliases) {
        return new ContainerSetup(image, env, command, content, volumes, newAliases, resources);
    }

    /**
     * Checks that all can be the names of variables.
     *
     * @throws InvalidValue if one cannot
     */
    static void checkEnv(Map<String, String> env) {
        for (String name : env.keySet()) {
            if (!VARIABLE.matcher(name).matches()) {
                throw new InvalidValue(
                        "env",
                        "must have names of letters, digits, underscores, dots and dashes that do not start with a"
                                + " digit, dot or dash, was " + name);
            }
        }
    }

    /**
     * Checks that a text can be the name of a host.
     *
     * @throws InvalidValue if it cannot
     */
    static void checkHost(String element, String name) {
        if (!HOST.matcher(name).matches()) {
            throw new InvalidValue(
                    element,
                    "must be a name of a host: letters, digits, dashes and underscores, with dots between, was "
                            + (name.isEmpty() ? "empty" : name));
        }
    }

    /** The environment in the order of names, with words in the place of values that may be secrets. */
    public Map<String, String> comparableEnv() {
        return Secrecy.shown(env);
    }

    /** All but the values of the environment. */
    @Override
    public String toString() {
        return "ContainerSetup[image=" + image + ", env=" + env.keySet() + ", command=" + command + ", content="
                + content + ", volumes=" + volumes + ", aliases=" + aliases + ", resources=" + resources + "]";
    }
}
