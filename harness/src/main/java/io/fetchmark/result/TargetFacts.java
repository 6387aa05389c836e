package io.fetchmark.result;

import io.fetchmark.measure.Units;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The target as it ran.
 *
 * @param kind nginx, container, jar, compose or url
 * @param image the image of the container, if there was one
 * @param imageId the id of that image, which names its content at the engine
 * @param imageDigest the repository and digest that name that content in a registry, such as {@code
 *     acme/shop@sha256:…}; absent if it has been in none
 * @param engine the version of the engine and where it answered, if one was used
 * @param url where requests went
 * @param cpus the CPUs that it was held to, as a list such as {@code 1}; absent if it could use all
 * @param limits what else its container was held to; absent if to nothing
 * @param jar what it ran, if that was a jar
 * @param warnings what a reader of the result must know, a sentence each
 */
public record TargetFacts(
        String kind,
        TargetRuntime runtime,
        NetworkPath networkPath,
        URI url,
        Optional<String> image,
        Optional<String> imageId,
        Optional<String> imageDigest,
        Optional<String> engine,
        Optional<String> cpus,
        Optional<TargetLimits> limits,
        Optional<DelayFacts> delay,
        Optional<JarFacts> jar,
        List<String> warnings) {

    private static final Pattern CPUS = Pattern.compile("\\d{1,6}(-\\d{1,6})?( *, *\\d{1,6}(-\\d{1,6})?)*");

    public TargetFacts {
        if (cpus.filter(list -> !CPUS.matcher(list).matches()).isPresent()) {
            throw new IllegalArgumentException("cpus must be a list such as 0,2-3, was " + cpus.get());
        }
        warnings = List.copyOf(warnings);
    }

    /** Whether it ran in a container of an engine on another machine. */
    public boolean ranElsewhere() {
        String host = String.valueOf(url.getHost());
        return networkPath == NetworkPath.MAPPED
                && !(host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }

    /** How many CPUs it was held to; absent if it could use all. */
    public OptionalInt heldCpus() {
        return cpus.map(list -> OptionalInt.of(Stream.of(list.split(",", -1))
                        .map(part -> part.trim().split("-", 2))
                        .mapToInt(ends -> Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1)
                        .sum()))
                .orElse(OptionalInt.empty());
    }

    /** How many CPUs' worth of time it could have: those that it was held to, or less by a quota; absent if not known. */
    public OptionalDouble availableCpus() {
        return Stream.of(
                        heldCpus().stream().asDoubleStream(),
                        limits.stream().flatMapToDouble(each -> each.cpus().stream()))
                .flatMapToDouble(figures -> figures)
                .min();
    }

    /**
     * Why what was measured of this target and of another is not to be compared: they ran in another way, requests reached
     * them by another way, or they had not as many CPUs. Empty if nothing of this speaks against it; what else of the
     * machine or of the load may differ is not looked at.
     */
    public Optional<String> whyNotComparableTo(TargetFacts other) {
        return Stream.of(
                        difference("runtime", runtime.toString(), other.runtime.toString()),
                        difference("network path", path(), other.path()),
                        difference("CPUs", cpuWords(), other.cpuWords()))
                .flatMap(Optional::stream)
                .reduce((one, next) -> one + "; " + next)
                .map(differences -> "the targets are not comparable: " + differences);
    }

    private static Optional<String> difference(String what, String own, String others) {
        return own.equals(others) ? Optional.empty() : Optional.of(what + " " + own + " and " + others);
    }

    private String path() {
        return networkPath + (ranElsewhere() ? " on another machine" : "");
    }

    private String cpuWords() {
        OptionalDouble available = availableCpus();
        return available.isPresent() ? Units.factor(available.getAsDouble()) : "not limited";
    }

    /** The same target, which ran that jar. */
    public TargetFacts running(JarFacts thatJar) {
        return new TargetFacts(
                kind,
                runtime,
                networkPath,
                url,
                image,
                imageId,
                imageDigest,
                engine,
                cpus,
                limits,
                delay,
                Optional.of(thatJar),
                warnings);
    }
}
