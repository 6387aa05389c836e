package io.fetchmark.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference leaves nothing out: it is compared with the sources of the plugin and of the harness. */
final class ReferenceTest {

    private static final Path PLUGIN = Page.REPOSITORY.resolve("plugin/src/main/java/io/fetchmark/maven");
    private static final Path REFERENCE = Page.SITE.resolve("markdown/reference");

    private static final Pattern ELEMENT =
            Pattern.compile("@Nullable (?:String|LinkedHashMap<String, String>|\\w+Element) (\\w+);");
    private static final Pattern PROPERTY = Pattern.compile("property = \"([^\"]+)\"");
    private static final Pattern GOAL = Pattern.compile("@Mojo\\(\\s*name = \"([^\"]+)\"");

    @Test
    void everyElementIsInTheReference() throws IOException {
        String configuration = read(REFERENCE.resolve("configuration.md"));
        List<String> elements = found(ELEMENT, PLUGIN.resolve("pom"));
        assertThat(elements).contains("concurrency", "content", "p99");
        assertThat(elements).allSatisfy(name -> assertThat(configuration).contains("<" + name + ">"));
    }

    @Test
    void everyPropertyAndGoalIsInTheReference() throws IOException {
        String goals = read(REFERENCE.resolve("goals.md"));
        assertThat(found(PROPERTY, PLUGIN))
                .contains("fetchmark.skip")
                .allSatisfy(name -> assertThat(goals).contains("`" + name + "`"));
        assertThat(found(GOAL, PLUGIN))
                .contains("run", "verify", "report")
                .allSatisfy(name -> assertThat(goals).contains("`fetchmark:" + name + "`"));
    }

    private static List<String> found(Pattern pattern, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .distinct()
                    .collect(Collectors.toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
