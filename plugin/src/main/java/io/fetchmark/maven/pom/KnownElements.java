package io.fetchmark.maven.pom;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The elements that a {@code <configuration>} may have, at every level. Maven alone passes over an unknown one directly below
 * {@code <configuration>}, with a warning at most, and names one further below without those that are allowed.
 */
public final class KnownElements {

    /** What a text of its own reads, and what holds elements of any name. */
    private static final Set<Class<?>> OPAQUE = Set.of(CommandElement.class, EmptyElement.class);

    private static final int FARTHEST = 2;

    private final List<String> problems = new ArrayList<>();

    private KnownElements() {}

    /**
     * What is wrong with the elements below those that this plugin reads itself; nothing is said of the others, which may be
     * for other goals.
     */
    public static List<String> unknownBelow(PlexusConfiguration configuration) {
        KnownElements known = new KnownElements();
        Map<String, Field> fields = fields(ConfigurationElement.class);
        for (PlexusConfiguration child : configuration.getChildren()) {
            Field field = fields.get(camelCase(child.getName()));
            if (field != null) {
                known.check("<" + child.getName() + ">", child, field);
            }
        }
        return known.problems;
    }

    /**
     * Refuses configurations with elements that no goal has.
     *
     * @param configurations each by its path in the POM; that of the plugin before those of its executions
     * @param parameters of all goals of the plugin
     * @throws InvalidPom if there is one; it names them all
     */
    public static void check(Map<String, PlexusConfiguration> configurations, Set<String> parameters)
            throws InvalidPom {
        KnownElements known = new KnownElements();
        // Each execution has the elements of the plugin's own configuration, too.
        Set<String> told = new HashSet<>();
        configurations.forEach((path, configuration) -> {
            for (PlexusConfiguration child : configuration.getChildren()) {
                if (!parameters.contains(camelCase(child.getName())) && told.add(child.getName())) {
                    known.problem(path, child.getName(), parameters);
                }
            }
        });
        if (!known.problems.isEmpty()) {
            throw new InvalidPom(known.problems);
        }
    }

    private void check(String path, PlexusConfiguration element, Field field) {
        Optional<Class<?>> each = elementOf(field);
        if (each.isEmpty()) {
            checkBean(path, element, field.getType());
            return;
        }
        String name = name(each.get());
        int number = 0;
        for (PlexusConfiguration child : element.getChildren()) {
            number++;
            if (camelCase(child.getName()).equals(name)) {
                // Without that "false" the child would be made.
                PlexusConfiguration named = child.getChild("name", false);
                String title = named == null
                        ? "#" + number
                        : named.getValue("#" + number).trim();
                checkBean(path + "<" + name + ">[" + title + "]", child, each.get());
            } else {
                problem(path, child.getName(), Set.of(name));
            }
        }
    }

    private void checkBean(String path, PlexusConfiguration element, Class<?> bean) {
        if (!isBean(bean)) {
            return;
        }
        Map<String, Field> fields = fields(bean);
        for (PlexusConfiguration child : element.getChildren()) {
            Field field = fields.get(camelCase(child.getName()));
            if (field == null) {
                problem(path, child.getName(), fields.keySet());
            } else {
                check(path + "<" + child.getName() + ">", child, field);
            }
        }
    }

    private void problem(String path, String name, Set<String> allowed) {
        Optional<String> nearest = nearest(name, allowed);
        List<String> homes = new ArrayList<>();
        if (nearest.isEmpty()) {
            findHomes("", ConfigurationElement.class, name, homes, Set.of());
        }
        String hint = nearest.map(one -> ", but <" + one + ">")
                .orElse(homes.isEmpty() ? "" : ", which belongs in " + String.join(" or ", homes));
        problems.add(path + ": has no element <" + name + ">" + hint + "; allowed are "
                + new TreeSet<>(allowed).stream().map(one -> "<" + one + ">").collect(Collectors.joining(" ")));
    }

    /** The elements of other places that have one of that name. */
    private static void findHomes(String path, Class<?> bean, String name, List<String> homes, Set<Class<?>> above) {
        if (!isBean(bean) || above.contains(bean)) {
            return;
        }
        Set<Class<?>> deeper = new HashSet<>(above);
        deeper.add(bean);
        fields(bean).forEach((child, field) -> {
            if (child.equals(name) && !path.isEmpty()) {
                homes.add(path);
            }
            Class<?> each = elementOf(field).orElse(field.getType());
            String list = elementOf(field)
                    .map(KnownElements::name)
                    .map(one -> "<" + one + ">")
                    .orElse("");
            findHomes(path + "<" + child + ">" + list, each, name, homes, deeper);
        });
    }

    private static Optional<String> nearest(String name, Set<String> allowed) {
        String lower = camelCase(name).toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(one -> distance(lower, one.toLowerCase(Locale.ROOT)) <= Math.min(FARTHEST, name.length() / 2))
                .min((one, other) -> Integer.compare(
                        distance(lower, one.toLowerCase(Locale.ROOT)),
                        distance(lower, other.toLowerCase(Locale.ROOT))));
    }

    /** Levenshtein's: how many letters have to be added, taken away or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    private static boolean isBean(Class<?> type) {
        return type.getPackage() == KnownElements.class.getPackage() && !OPAQUE.contains(type);
    }

    /** What a list holds; empty if the element is no list. */
    private static Optional<Class<?>> elementOf(Field field) {
        return field.getType() == List.class
                        && field.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> each
                ? Optional.of(each)
                : Optional.empty();
    }

    /** What an element of a list is called: scenario, for a {@link ScenarioElement}. */
    private static String name(Class<?> bean) {
        return bean.getSimpleName().replace("Element", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Field> fields(Class<?> bean) {
        Map<String, Field> fields = new TreeMap<>();
        for (Class<?> type = bean; type != null && isBean(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    fields.put(field.getName(), field);
                }
            }
        }
        return fields;
    }

    /** The field that Maven fills from an element of that name: {@code warmUp} from {@code <warm-up>}, too. */
    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder(name);
        for (int dash = camel.indexOf("-"); dash >= 0 && dash < camel.length() - 1; dash = camel.indexOf("-")) {
            camel.deleteCharAt(dash).setCharAt(dash, Character.toUpperCase(camel.charAt(dash)));
        }
        return camel.toString();
    }
}
