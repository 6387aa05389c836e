package io.fetchmark.maven.pom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables or header fields as a POM has them: an element for each, named after it. */
final class NamedTexts {

    private NamedTexts() {}

    /** Their values, in the order of the POM; none if there is no such element. */
    static Map<String, String> read(@Nullable Map<String, String> element) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (element != null) {
            // Maven has null for an element without text.
            element.forEach((name, value) -> texts.put(name, value == null ? "" : value));
        }
        return texts;
    }
}
