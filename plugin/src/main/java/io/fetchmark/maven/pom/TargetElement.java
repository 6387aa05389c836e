package io.fetchmark.maven.pom;

import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** The {@code <target>} of a POM: what the load is put on. It holds at most one kind; none means nginx. */
public class TargetElement {

    /** nginx, in a container where an engine answers. */
    @Nullable NginxElement nginx;

    /** Any image, in a container. */
    @Nullable ContainerElement container;

    /** An executable jar, in a container or as a process. */
    @Nullable JarElement jar;

    /** The address of something that is already running, for example {@code http://localhost:8080}. */
    @Nullable String url;

    @Nullable PlexusConfiguration compose;
}
