package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <target>} of a POM: what the load is put on. It holds at most one kind; none means nginx. */
public class TargetElement {

    /** nginx, in a container where an engine answers. */
    @Nullable NginxElement nginx;

    /** Any image, in a container. */
    @Nullable ContainerElement container;

    /** An executable jar, in a container or as a process. */
    @Nullable JarElement jar;

    /** A service of a compose file, in containers. */
    @Nullable ComposeElement compose;

    /** The address of something that is already running, for example {@code http://localhost:8080}. */
    @Nullable String url;
}
