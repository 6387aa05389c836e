package io.fetchmark.engine;

import java.nio.ByteBuffer;

/** The first bytes of what a server sent, for people: what is no printable ASCII is escaped. */
final class Excerpt {

    private static final int MOST = 80;

    private Excerpt() {}

    /** Of what is in the buffer from its start to its limit. */
    static String of(ByteBuffer buffer) {
        StringBuilder text = new StringBuilder("\"");
        int shown = Math.min(MOST, buffer.limit());
        for (int index = 0; index < shown; index++) {
            append(buffer.get(index), text);
        }
        return text.append(shown < buffer.limit() ? "...\"" : "\"").toString();
    }

    private static void append(byte value, StringBuilder text) {
        if (value == '\r') {
            text.append("\\r");
        } else if (value == '\n') {
            text.append("\\n");
        } else if (value >= ' ' && value < 0x7f) {
            text.append((char) value);
        } else {
            text.append("\\x")
                    .append(Character.forDigit(value >> 4 & 0xf, 16))
                    .append(Character.forDigit(value & 0xf, 16));
        }
    }
}
