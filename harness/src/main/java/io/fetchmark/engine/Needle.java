package io.fetchmark.engine;

import java.nio.ByteBuffer;

/**
 * A text that is looked for in a stream of bytes, by the method of Knuth, Morris and Pratt: what has been matched so far
 * is one number, so the borders of buffers do not matter and nothing is kept. Immutable.
 */
final class Needle {

    private final byte[] text;
    private final int[] border;

    Needle(byte[] text) {
        this.text = text.clone();
        this.border = borders(this.text);
    }

    /**
     * Searches on through the rest of a buffer.
     *
     * @param matched what the search of the bytes before gave, at first 0
     */
    int search(ByteBuffer haystack, int matched) {
        int length = matched;
        while (length < text.length && haystack.hasRemaining()) {
            byte next = haystack.get();
            while (length > 0 && next != text[length]) {
                length = border[length - 1];
            }
            if (next == text[length]) {
                length++;
            }
        }
        haystack.position(haystack.limit());
        return length;
    }

    boolean found(int matched) {
        return matched == text.length;
    }

    /** For each prefix, the length of the longest shorter prefix that it ends with. */
    private static int[] borders(byte[] text) {
        int[] borders = new int[text.length];
        int length = 0;
        for (int i = 1; i < text.length; i++) {
            while (length > 0 && text[i] != text[length]) {
                length = borders[length - 1];
            }
            if (text[i] == text[length]) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
