package io.fetchmark.site;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a page quotes.
 *
 * @param file from the root of the repository
 * @param snippet the part of the file between {@code START SNIPPET: <snippet>} and {@code END SNIPPET: <snippet>}
 * @param text as the page has it
 */
record Quote(Page page, String file, String snippet, String text) {

    private static final Pattern FORM =
            Pattern.compile("<!-- quoted: (\\S+) (\\S+) -->\\R```\\w*\\R(.*?)\\R```", Pattern.DOTALL);

    static List<Quote> of(Page page) {
        return FORM.matcher(page.text())
                .results()
                .map(match -> new Quote(page, match.group(1), match.group(2), match.group(3)))
                .toList();
    }

    /**
     * What the file says there, for a reader who has a project of his own: without comments and explicit phases, which
     * only the reactor needs, and with the version in place of the property that holds it.
     */
    String original() throws IOException {
        Matcher part = Pattern.compile(
                        "START SNIPPET: " + snippet + "\\b[^\n]*\\R(.*?)\\R[^\n]*END SNIPPET: " + snippet + "\\b",
                        Pattern.DOTALL)
                .matcher(Files.readString(Page.REPOSITORY.resolve(file)));
        if (!part.find()) {
            return "no snippet " + snippet + " in " + file;
        }
        return part.group(1)
                .replaceAll("(?s)\\n *<!--.*?-->", "")
                .replaceAll("\\n *<phase>.*?</phase>", "")
                .replace("${project.version}", "0.1.0-SNAPSHOT")
                .stripIndent();
    }
}
