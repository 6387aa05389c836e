package io.fetchmark.maven.pom;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.NginxSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from {@code <baseline>} to what the target is held against.
 *
 * @param targets reads those that are started beside the target
 */
record BaselineReader(TargetReader targets) {

    private static final String ALLOWED =
            "must have exactly one of <nginx>, <container>, <jar>, <compose>, <url> and <recorded>, was ";

    /**
     * @param place of the element itself
     * @param target the other side
     */
    Optional<Baseline> read(Place place, @Nullable BaselineElement element, @Nullable TargetElement target) {
        if (element == null) {
            return Optional.empty();
        }
        List<String> kinds = TargetReader.given(element);
        if (element.recorded != null) {
            if (!kinds.isEmpty()) {
                place.problem(ALLOWED + String.join(" and ", kinds) + " and <recorded>");
            }
            Path directory = place.read("recorded", element.recorded, Path.of(""), this::directory);
            return Optional.of(new Baseline.Recorded(directory, targets.image().orElse(NginxSpec.DEFAULT_IMAGE)));
        }
        if (kinds.isEmpty()) {
            place.problem(ALLOWED + "none");
        }
        targets.checkImages(place, element, target);
        return Optional.of(new Baseline.Beside(targets.read(place, element)));
    }

    private Path directory(String text) {
        Path directory = targets.baseDirectory().resolve(text).normalize();
        if (text.isEmpty() || (Files.exists(directory) && !Files.isDirectory(directory))) {
            throw new IllegalArgumentException("must name a directory, which need not be there yet, was " + text);
        }
        return directory;
    }
}
