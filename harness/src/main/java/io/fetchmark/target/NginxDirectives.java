package io.fetchmark.target;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The directives of a text in the language of nginx.conf, in their order, as nginx divides it: words end at blanks, may be
 * in quotes, and {@code #} at the start of a word begins a comment.
 */
final class NginxDirectives {

    /**
     * A directive.
     *
     * @param words its name and what follows
     * @param block what is in its braces; empty if it has none
     */
    record Directive(List<String> words, List<Directive> block) {

        Directive {
            words = List.copyOf(words);
            block = List.copyOf(block);
        }

        boolean is(String name) {
            return words.get(0).equals(name);
        }
    }

    private final String text;
    private int at;

    private NginxDirectives(String text) {
        this.text = text;
    }

    /** Those of a text; of one that is broken off, as far as they go. */
    static List<Directive> of(String text) {
        NginxDirectives reader = new NginxDirectives(text);
        List<Directive> all = new ArrayList<>();
        while (reader.at < text.length()) {
            // A brace too many ends one round.
            all.addAll(reader.block());
        }
        return all;
    }

    private List<Directive> block() {
        Deque<List<Directive>> open = new ArrayDeque<>();
        Deque<List<String>> names = new ArrayDeque<>();
        open.push(new ArrayList<>());
        List<String> words = new ArrayList<>();
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (next == '#') {
                skipLine();
            } else if (next == ';') {
                at++;
                add(open, words, List.of());
                words = new ArrayList<>();
            } else if (next == '{') {
                at++;
                names.push(words);
                open.push(new ArrayList<>());
                words = new ArrayList<>();
            } else if (next == '}') {
                at++;
                if (names.isEmpty()) {
                    return open.pop();
                }
                List<Directive> inner = open.pop();
                add(open, names.pop(), inner);
                words = new ArrayList<>();
            } else {
                words.add(word());
            }
        }
        while (!names.isEmpty()) {
            List<Directive> inner = open.pop();
            add(open, names.pop(), inner);
        }
        return open.pop();
    }

    private static void add(Deque<List<Directive>> open, List<String> words, List<Directive> block) {
        if (!words.isEmpty()) {
            open.element().add(new Directive(words, block));
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    private String word() {
        char first = text.charAt(at);
        boolean quoted = first == '"' || first == '\'';
        StringBuilder word = new StringBuilder();
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(at + 1));
                at += 2;
            } else if (quoted ? next == first : endsWord(next)) {
                break;
            } else {
                word.append(next);
                at++;
            }
        }
        at += quoted ? 1 : 0;
        return word.toString();
    }

    private boolean endsWord(char next) {
        // That of ${name} does not.
        boolean brace = next == '{' && text.charAt(at - 1) != '$';
        return Character.isWhitespace(next) || next == ';' || brace;
    }
}
