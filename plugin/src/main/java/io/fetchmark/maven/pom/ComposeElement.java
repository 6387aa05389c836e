package io.fetchmark.maven.pom;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The {@code <compose>} of a target. */
public final class ComposeElement {

    /** The compose file, for example {@code compose.yaml}. */
    @Nullable String file;

    /** The service of it that is reached. */
    @Nullable String service;

    /** Where that takes plain HTTP, in its own network. */
    @Nullable String port;

    /** Variables that the file uses: an element for each, named after the variable. */
    @Nullable LinkedHashMap<String, String> env;

    /** When the service counts as ready. */
    @Nullable ReadyElement ready;
}
