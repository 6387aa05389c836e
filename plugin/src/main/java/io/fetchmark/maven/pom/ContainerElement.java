package io.fetchmark.maven.pom;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code <container>} of a target, or one of its companions. */
public final class ContainerElement {

    /** By which the containers beside it find it: of a companion. */
    @Nullable String name;

    /** Any image. */
    @Nullable String image;

    /** Where it takes plain HTTP, in its own network; of a companion, where it takes connections. */
    @Nullable String port;

    /** Variables of its environment: an element for each, named after the variable. */
    @Nullable LinkedHashMap<String, String> env;

    /** What goes in place of the image's command; the image's own if absent. */
    @Nullable CommandElement command;

    /** When it counts as ready. */
    @Nullable ReadyElement ready;

    /** What is copied into it before it starts. */
    @Nullable List<FileElement> content;

    /** What it has at paths of its own. */
    @Nullable List<VolumeElement> volumes;

    /** Further names by which the containers beside it find it, with commas between. */
    @Nullable String aliases;

    /** How much CPU time it may use, in CPUs, for example {@code 1.5}. */
    @Nullable String cpus;

    /** The CPUs that it is held to, by number, for example {@code 0,2-3}. */
    @Nullable String cpuset;

    /** How much memory it may use, for example {@code 512m}. */
    @Nullable String memory;

    /** Its companions, which are started before it; none have any themselves. */
    @Nullable List<ContainerElement> with;
}
