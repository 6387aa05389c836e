package io.fetchmark.maven.pom;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The {@code <container>} of a target. */
public final class ContainerElement {

    /** Any image. */
    @Nullable String image;

    /** Where it takes plain HTTP, in its own network. */
    @Nullable String port;

    /** Variables of its environment: an element for each, named after the variable. */
    @Nullable LinkedHashMap<String, String> env;

    /** What goes in place of the image's command; the image's own if absent. */
    @Nullable CommandElement command;

    /** When it counts as ready. */
    @Nullable ReadyElement ready;

    /** How much CPU time it may use, in CPUs, for example {@code 1.5}. */
    @Nullable String cpus;

    /** How much memory it may use, for example {@code 512m}. */
    @Nullable String memory;
}
