package io.fetchmark.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of this repository. */
record Page(Path file, String text) {

    /** The root of the repository: tests run in the folder of their module. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    static final Path SITE = REPOSITORY.resolve("site/src/site");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages of the site. */
    static List<Page> ofSite() throws IOException {
        try (Stream<Path> files = Files.walk(SITE.resolve("markdown"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        }
    }

    /** The pages of the site, and those that are read in the repository. */
    static List<Page> all() throws IOException {
        return Stream.concat(
                        ofSite().stream(),
                        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                .map(name -> read(REPOSITORY.resolve(name))))
                .toList();
    }

    /** Where links and images lead, as written; nothing in code is a link. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(prose()).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The fragments that links may name, as Doxia makes them of headings. */
    List<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map((MatchResult match) ->
                        match.group(1).replace("`", "").trim().replace(' ', '_'))
                .toList();
    }

    /** The page as a title of a failure. */
    @Override
    public String toString() {
        return REPOSITORY.relativize(file).toString();
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("");
    }
}
