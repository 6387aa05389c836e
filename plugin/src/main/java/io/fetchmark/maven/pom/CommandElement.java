package io.fetchmark.maven.pom;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code <command>} of a container, or the {@code <args>} or {@code <jvmOptions>} of a jar: a line of words, or an
 * {@code <arg>} for each word.
 */
public final class CommandElement {

    final List<String> words = new ArrayList<>();

    /** Empty if there is none. */
    String line = "";

    /** What Maven calls for an element with text. */
    public void set(String text) {
        line = text.trim();
    }

    /** What Maven calls for each {@code <arg>}. */
    public void addArg(String word) {
        words.add(word);
    }
}
