package io.fetchmark.fork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Messages as a child writes them, for tests of other packages. */
public final class MessageFixtures {

    private MessageFixtures() {}

    /** The first message of a child. */
    public static byte[] written(String message) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        new MessageWriter(stream).write(message);
        return stream.toByteArray();
    }
}
