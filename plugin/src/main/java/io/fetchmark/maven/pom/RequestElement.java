package io.fetchmark.maven.pom;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The {@code <request>} of a scenario. */
public final class RequestElement {

    /** The path and query, starting with a slash. */
    @Nullable String path;

    /** The HTTP method. */
    @Nullable String method;

    /** Further header fields: an element for each, named after the field. A concrete map, so that Maven keeps their order. */
    @Nullable LinkedHashMap<String, String> headers;

    /** The body, sent as UTF-8. */
    @Nullable String body;

    /** What the response must be. */
    @Nullable ExpectElement expect;

    /** The longest an exchange may take, for example {@code 5s}. */
    @Nullable String timeout;

    /** The version of HTTP: 1.1. */
    @Nullable String http;
}
