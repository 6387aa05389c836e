package io.fetchmark.export;

import io.fetchmark.measure.WholeFile;
import io.fetchmark.plan.ExportFormat;
import io.fetchmark.result.FileNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Writes a build for other tools, into the folder {@value FileNames#EXPORT} of its execution. */
public final class Exports {

    private Exports() {}

    /**
     * Writes the files of some formats; none if nothing was measured that is worth anything, as those tools refuse an empty
     * file, or take it for a build.
     *
     * @param directory of the execution
     */
    public static void write(Path directory, Collection<ExportFormat> formats, Subject subject) throws IOException {
        if (subject.sound().isEmpty()) {
            return;
        }
        Path folder = directory.resolve(FileNames.EXPORT);
        for (ExportFormat format : formats) {
            for (Map.Entry<String, String> file : contents(format, subject).entrySet()) {
                WholeFile.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    private static Map<String, String> contents(ExportFormat format, Subject subject) {
        return switch (format) {
            case OTAVA -> new OtavaFiles(subject).contents();
            case BENCHER -> Map.of(FileNames.BENCHER, BencherReport.of(subject));
            case GITHUB_ACTION_BENCHMARK ->
                Map.of(
                        FileNames.GITHUB_SMALLER,
                        GithubActionBenchmark.of(subject, false),
                        FileNames.GITHUB_BIGGER,
                        GithubActionBenchmark.of(subject, true));
        };
    }
}
