package io.fetchmark.maven.pom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command in one line: white space parts its words, and quotes of either kind keep what is in them together. */
final class CommandLine {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]++|'[^']*+'|\"[^\"]*+\")+");
    private static final Pattern QUOTES = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private CommandLine() {}

    /**
     * Its words, without the quotes.
     *
     * @throws IllegalArgumentException if there are none, or quotes are not closed
     */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        String rest = word.replaceAll("").trim();
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("must close its quotes, was " + line);
        }
        word.reset();
        while (word.find()) {
            words.add(QUOTES.matcher(word.group())
                    .replaceAll(quoted ->
                            Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))));
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("must hold at least one word, was " + line);
        }
        return List.copyOf(words);
    }
}
