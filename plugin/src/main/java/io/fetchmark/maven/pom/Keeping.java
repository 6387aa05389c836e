package io.fetchmark.maven.pom;

import io.fetchmark.plan.ExportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What of a build outlives it.
 *
 * @param history the folder that keeps the figures of each build; absent if they are not kept
 * @param exports the tools for which they are written; empty for none
 */
public record Keeping(Optional<Path> history, List<ExportFormat> exports) {

    public Keeping {
        exports = List.copyOf(exports);
    }

    /**
     * What the configuration asks for.
     *
     * @param baseDirectory where relative paths of the POM start
     * @throws InvalidPom if a value is wrong
     */
    public static Keeping of(Path baseDirectory, Configuration configuration) throws InvalidPom {
        Place place = Place.configuration();
        Keeping keeping = read(place, baseDirectory, configuration);
        place.check();
        return keeping;
    }

    static Keeping read(Place place, Path baseDirectory, Configuration configuration) {
        return new Keeping(
                place.read(
                        "history",
                        configuration.history(),
                        Optional.empty(),
                        text -> Optional.of(folder(baseDirectory, text))),
                place.read("exports", configuration.exports(), List.of(), Keeping::formats));
    }

    private static List<ExportFormat> formats(String list) {
        return Place.parts(list).stream().map(ExportFormat::of).distinct().toList();
    }

    private static Path folder(Path baseDirectory, String text) {
        Path folder = baseDirectory.resolve(text).normalize();
        if (text.isEmpty() || (Files.exists(folder) && !Files.isDirectory(folder))) {
            throw new IllegalArgumentException("must name a folder, which need not be there yet, was " + text);
        }
        return folder;
    }
}
