package io.fetchmark.maven.pom;

import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.UrlSpec;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way from an element with a kind of target in it, such as {@code <target>}, to a target.
 *
 * @param baseDirectory where relative paths start
 * @param image of nginx, which goes before those of the POM
 * @param jars reads those
 */
record TargetReader(Path baseDirectory, Optional<String> image, JarReader jars) {

    private static final List<String> NGINX = List.of("<nginx>");
    private static final NginxSpec SOUND = NginxSpec.welcome(NginxSpec.DEFAULT_IMAGE);

    /** @param place of the element itself */
    TargetSpec read(Place place, @Nullable TargetElement element) {
        if (element == null) {
            return nginx(place, new NginxElement());
        }
        List<String> given = given(element);
        if (given.size() > 1) {
            place.problem("must have at most one kind, was " + String.join(" and ", given));
        }
        if (element.container != null) {
            return new ContainerReader(baseDirectory).read(place.child("container"), element.container);
        }
        if (element.jar != null) {
            return jars.read(place.child("jar"), element.jar);
        }
        if (element.compose != null) {
            return new ComposeReader(baseDirectory).read(place.child("compose"), element.compose);
        }
        TargetSpec nginx = nginx(place.child("nginx"), element.nginx == null ? new NginxElement() : element.nginx);
        return place.read("url", element.url, nginx, TargetReader::url);
    }

    static List<String> given(TargetElement element) {
        List<String> given = new ArrayList<>();
        if (element.nginx != null) {
            given.addAll(NGINX);
        }
        if (element.container != null) {
            given.add("<container>");
        }
        if (element.jar != null) {
            given.add("<jar>");
        }
        if (element.compose != null) {
            given.add("<compose>");
        }
        if (element.url != null) {
            given.add("<url>");
        }
        return given;
    }

    /** Notes that the image that goes before those of the POM would make one of two that are to be compared. */
    void checkImages(Place place, @Nullable TargetElement one, @Nullable TargetElement other) {
        place.setting("image", image, image, text -> {
            String first = nginxImage(one, NginxSpec.DEFAULT_IMAGE);
            String second = nginxImage(other, NginxSpec.DEFAULT_IMAGE);
            boolean differ = !first.equals(second) && !nginxImage(one, text).equals(nginxImage(other, text));
            if (differ && !first.isEmpty() && !second.isEmpty()) {
                throw new IllegalArgumentException("must be absent, and " + Choices.IMAGE_VARIABLE
                        + " too, where <baseline> and <target> name two images of nginx, " + first + " and " + second
                        + ", which it would make one, was " + text);
            }
            return image;
        });
    }

    /** Nothing if the target is not nginx. */
    private static String nginxImage(@Nullable TargetElement element, String standard) {
        if (element != null && !given(element).equals(NGINX) && !given(element).isEmpty()) {
            return "";
        }
        String named = element == null || element.nginx == null ? null : element.nginx.image;
        return named == null ? standard : named.trim();
    }

    private TargetSpec nginx(Place place, NginxElement element) {
        NginxSpec ofPom = place.read("image", element.image, SOUND, NginxSpec::welcome);
        NginxSpec plain = place.setting("image", image, ofPom, NginxSpec::welcome);
        Optional<Path> content = place.read(
                "content", element.content, plain.content(), path(Files::isDirectory, "must be a directory"));
        Optional<Path> config = place.read(
                "config",
                element.config,
                plain.config(),
                path(file -> Files.isRegularFile(file) && Files.isReadable(file), "must be a file that can be read"));
        OptionalInt port = place.read(
                "port",
                element.port,
                plain.port(),
                text -> OptionalInt.of(
                        ContainerSpec.of(SOUND.image(), Numbers.whole(text)).port()));
        Duration delay = place.read(
                "delay",
                element.delay,
                plain.delay(),
                text -> new NginxSpec(SOUND.image(), Optional.empty(), Optional.empty(), Durations.parse(text))
                        .delay());
        return place.make(plain, () -> new NginxSpec(plain.image(), content, config, port, delay));
    }

    private Function<String, Optional<Path>> path(Predicate<Path> allowed, String reason) {
        return text -> {
            Path path = baseDirectory.resolve(text).normalize();
            if (!allowed.test(path)) {
                throw new IllegalArgumentException(reason + ", was " + text);
            }
            return Optional.of(path);
        };
    }

    private static TargetSpec url(String text) {
        try {
            return new UrlSpec(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "must be an http or https address such as http://localhost:8080, was " + text, e);
        }
    }
}
