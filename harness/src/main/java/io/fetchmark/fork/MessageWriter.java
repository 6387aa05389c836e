package io.fetchmark.fork;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The writer of messages to a stream that others write to as well, in {@link Frame}s. Any thread may use it. */
final class MessageWriter {

    private final OutputStream stream;
    private long frames;

    /** @param stream is not buffered, so that each frame is written at once */
    MessageWriter(OutputStream stream) {
        this.stream = stream;
    }

    /**
     * Writes a message.
     *
     * @throws IOException if nobody reads the stream any more
     */
    synchronized void write(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        do {
            int to = Math.min(bytes.length, from + Frame.MOST_PIECE);
            stream.write(Frame.encode(frames++, to == bytes.length, Arrays.copyOfRange(bytes, from, to)));
            from = to;
        } while (from < bytes.length);
    }
}
