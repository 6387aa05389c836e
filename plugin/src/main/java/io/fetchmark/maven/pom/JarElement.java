package io.fetchmark.maven.pom;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The {@code <jar>} of a target: an executable jar. */
public final class JarElement {

    /** The jar, for example {@code target/app.jar}. */
    @Nullable String file;

    /** In its place, {@code group:artifact:version} in the Maven repositories; the version may be {@code RELEASE}. */
    @Nullable String artifact;

    /** Where it takes plain HTTP. */
    @Nullable String port;

    /** Options of its JVM. */
    @Nullable CommandElement jvmOptions;

    /** What its main method is given. */
    @Nullable CommandElement args;

    /** Variables of its environment: an element for each, named after the variable. */
    @Nullable LinkedHashMap<String, String> env;

    /** When it counts as ready. */
    @Nullable ReadyElement ready;

    /** How much CPU time its container may use, in CPUs, for example {@code 1.5}. */
    @Nullable String cpus;

    /** How much memory its container may use, for example {@code 512m}. */
    @Nullable String memory;

    /** The image of its container, which has a {@code java} on its path. */
    @Nullable String image;
}
