package io.fetchmark.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The templates of the pages: Mustache, which escapes all that is not said to be markup. */
final class Templates {

    private Templates() {}

    /** The template with its parts put in. */
    static Template named(String name) {
        // A name that a template uses and its value lacks is a mistake of ours, and is thrown.
        return Mustache.compiler()
                .withLoader(Templates::open)
                .strictSections(true)
                .loadTemplate(name);
    }

    /**
     * A document around a page.
     *
     * @param title what the page is of
     * @param body HTML
     */
    static String standalone(Language language, String heading, String title, String body) {
        return named("standalone")
                .execute(Map.of(
                        "tag",
                        language.tag(),
                        "heading",
                        heading,
                        "title",
                        title,
                        "style",
                        text("standalone.css"),
                        "body",
                        body));
    }

    /** A file beside the templates, as it is. */
    static String text(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        return new InputStreamReader(stream(name + ".mustache"), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String name) {
        return Objects.requireNonNull(Templates.class.getResourceAsStream(name), name);
    }
}
