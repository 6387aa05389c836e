package io.fetchmark.maven.pom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables as a POM has them: an element for each, named after the variable. */
final class Env {

    private Env() {}

    /** Their values, in the order of the POM; none if there is no such element. */
    static Map<String, String> read(@Nullable Map<String, String> element) {
        Map<String, String> env = new LinkedHashMap<>();
        if (element != null) {
            // Maven has null for an element without text.
            element.forEach((name, value) -> env.put(name, value == null ? "" : value));
        }
        return env;
    }
}
