package io.fetchmark.maven.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The links of a page in a site.
 *
 * @param page its file
 */
record SiteLinks(Path page) {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*|//.*", Pattern.CASE_INSENSITIVE);

    /** Those that lead to a file that is not there, or to a part of one that has no such part. */
    List<String> broken() throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(SiteLinks::target)
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !leadsSomewhere(link))
                .toList();
    }

    private static String target(MatchResult match) {
        return match.group(1).replace("&amp;", "&");
    }

    private boolean leadsSomewhere(String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        String part = hash < 0 ? "" : link.substring(hash + 1);
        Path there = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(there) && (part.isEmpty() || has(there, part));
    }

    private static boolean has(Path file, String part) {
        try {
            String text = Files.readString(file);
            return text.contains("id=\"" + part + "\"") || text.contains("name=\"" + part + "\"");
        } catch (IOException e) {
            return false;
        }
    }
}
