package io.fetchmark.plan;

/** What the load is put on. */
public sealed interface TargetSpec permits NginxSpec, ContainerSpec, JarSpec, ComposeSpec, UrlSpec {

    /** The name used in files: nginx, container, jar, compose, url. */
    String kind();

    /** Whether it is reached by https. */
    boolean isTls();

    /**
     * Checks that an image is named.
     *
     * @throws InvalidValue if it is not
     */
    static void checkImage(String name) {
        if (name.isBlank()) {
            throw new InvalidValue("image", "must name an image, was empty");
        }
    }
}
