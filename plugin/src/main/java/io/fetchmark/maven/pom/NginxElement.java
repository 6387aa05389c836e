package io.fetchmark.maven.pom;

import org.jspecify.annotations.Nullable;

/** The {@code <nginx>} of a target. */
public final class NginxElement {

    /** Any image whose command is nginx; {@code -Dfetchmark.image} goes before it. */
    @Nullable String image;

    /** The directory to serve; nginx's own welcome page if absent. */
    @Nullable String content;

    /** A whole {@code nginx.conf}; one is made if absent. */
    @Nullable String config;

    /** Where {@code config} takes plain HTTP, from 1 to 65535; found out if absent. */
    @Nullable String port;

    /** How long every response waits, for example {@code 50ms}. */
    @Nullable String delay;
}
