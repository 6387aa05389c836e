package io.fetchmark.report;

import com.samskivert.mustache.Escapers;
import java.util.ArrayDeque;
import java.util.Deque;

/** A growing piece of XML; texts and values of attributes are escaped. Not for use by several threads. */
final class Markup {

    private final StringBuilder xml = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; names and values of its attributes take turns. */
    Markup open(String name, String... attributes) {
        start(name, attributes);
        xml.append('>');
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        xml.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element with nothing in it. */
    Markup leaf(String name, String... attributes) {
        start(name, attributes);
        xml.append("/>");
        return this;
    }

    /** An element that holds a text. */
    Markup text(String name, String text, String... attributes) {
        open(name, attributes);
        xml.append(escaped(text));
        return close();
    }

    /** Well-formed XML as it is. */
    Markup raw(CharSequence markup) {
        xml.append(markup);
        return this;
    }

    private void start(String name, String... attributes) {
        xml.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(' ').append(attributes[i]).append("=\"");
            xml.append(escaped(attributes[i + 1])).append('"');
        }
    }

    // XML has no way to write most control characters, escaped or not.
    private static String escaped(String text) {
        return Escapers.HTML.escape(text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF\\p{Cs}&&[^\\n\\t]]", "\uFFFD"));
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
