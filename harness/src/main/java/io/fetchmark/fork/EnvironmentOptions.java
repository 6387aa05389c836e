package io.fetchmark.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Options of JVMs that the environment sets, in {@code JAVA_TOOL_OPTIONS}, {@code JDK_JAVA_OPTIONS} or
 * {@code _JAVA_OPTIONS}, as far as they concern the JVMs that are forked here. Most are passed on, before the options that
 * these have anyway, which win: agents, folders, proxies. Withheld is what only breaks a second JVM, or would change a
 * figure because of where the build runs: collectors, sizes of the heap, class archives, fixed ports.
 *
 * @param variables the names of those that are set
 * @param passed in the order in which a JVM would take them
 * @param withheld the others
 */
public record EnvironmentOptions(List<String> variables, List<String> passed, List<String> withheld) {

    /** A JVM lets the later ones win. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final String HIDDEN = "FETCHMARK_HIDDEN_";

    public EnvironmentOptions {
        variables = List.copyOf(variables);
        passed = List.copyOf(passed);
        withheld = List.copyOf(withheld);
    }

    /** What that environment says. */
    public static EnvironmentOptions of(Map<String, String> environment) {
        List<String> variables =
                VARIABLES.stream().filter(environment::containsKey).toList();
        Map<Boolean, List<String>> options = variables.stream()
                .flatMap(name -> words(environment.getOrDefault(name, "")).stream())
                .collect(Collectors.partitioningBy(
                        option -> OptionKind.of(option).isPassedOn()));
        return new EnvironmentOptions(
                variables, options.getOrDefault(true, List.of()), options.getOrDefault(false, List.of()));
    }

    /**
     * Has a child not see them as options of its own, since they are on its command line.
     *
     * @param environment of the child, which is changed
     */
    static void hide(Map<String, String> environment) {
        for (String name : VARIABLES) {
            Optional.ofNullable(environment.remove(name)).ifPresent(value -> environment.put(HIDDEN + name, value));
        }
    }

    /**
     * Gives a child that is none of ours, but started by one of ours, the environment of the user.
     *
     * @param environment of the child, which is changed
     */
    public static void restore(Map<String, String> environment) {
        for (String name : VARIABLES) {
            Optional.ofNullable(environment.remove(HIDDEN + name)).ifPresent(value -> environment.put(name, value));
        }
    }

    /** What a user must know; empty if there is no more than system properties, which the JVMs have, too. */
    public Optional<String> warning() {
        List<String> telling =
                passed.stream().filter(option -> !option.startsWith("-D")).toList();
        if (telling.isEmpty() && withheld.isEmpty()) {
            return Optional.empty();
        }
        String forked = " the JVMs that Fetchmark forks";
        List<String> parts = new ArrayList<>();
        if (!withheld.isEmpty()) {
            parts.add(shown(withheld) + (withheld.size() == 1 ? " does" : " do") + " not apply to" + forked
                    + " (-Dfetchmark.jvmOptions sets options of the one that drives the load)");
        }
        if (!telling.isEmpty()) {
            parts.add(shown(telling) + (telling.size() == 1 ? " applies to" : " apply to") + forked
                    + ", and may change what is measured");
        }
        return Optional.of(
                "of " + String.join(" and ", variables) + " in the environment, " + String.join("; ", parts));
    }

    /** Without what an agent is given, which may be a key of its service. */
    private static String shown(List<String> options) {
        return String.join(
                " ",
                options.stream()
                        .map(option -> option.replaceFirst("^(-(?:javaagent|agentpath):[^=]*=).*", "$1..."))
                        .toList());
    }

    /** The options in a variable, as a JVM takes it apart: at white space, but for what is in quotes of either kind. */
    private static List<String> words(String value) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                within = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (within) {
                    words.add(word.toString());
                }
                word.setLength(0);
                within = false;
            } else {
                word.append(c);
                within = true;
            }
        }
        if (within) {
            words.add(word.toString());
        }
        return words;
    }
}
