package io.fetchmark.fork;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The reader of a stream of bytes in which {@link Frame}s are among the text of others: gives the messages of the former,
 * and the lines of the latter as if there were no frames in it. One thread uses it.
 */
final class MessageReader {

    private final Consumer<String> messages;
    private final LineSplitter lines;
    private final Runnable lost;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private byte[] rest = {};
    private long frames;
    private boolean complete = true;

    /**
     * A reader.
     *
     * @param lost is run, once, if a frame is missing: nothing after it is given
     */
    MessageReader(Consumer<String> messages, Consumer<String> lines, Runnable lost) {
        this.messages = messages;
        this.lines = new LineSplitter(lines);
        this.lost = lost;
    }

    /** Takes the next bytes of the stream. */
    void take(byte[] bytes, int length) {
        byte[] all = Arrays.copyOf(rest, rest.length + length);
        System.arraycopy(bytes, 0, all, rest.length, length);
        rest = Arrays.copyOfRange(all, split(all), all.length);
    }

    /** The stream has ended: gives what is left, as text. */
    void end() {
        lines.take(rest, 0, rest.length);
        rest = new byte[0];
        lines.end();
    }

    /** Where what cannot be told yet begins: a frame that is not complete. */
    private int split(byte[] bytes) {
        int text = 0;
        int at = 0;
        while (at < bytes.length) {
            OptionalInt length = Frame.length(bytes, at, bytes.length);
            if (length.isEmpty() || length.getAsInt() > bytes.length - at) {
                break;
            }
            Optional<Frame> frame =
                    length.getAsInt() == 0 ? Optional.empty() : Frame.decode(bytes, at, length.getAsInt());
            if (frame.isPresent()) {
                lines.take(bytes, text, at);
                at += length.getAsInt();
                text = at;
                take(frame.get());
            } else {
                at++;
            }
        }
        lines.take(bytes, text, at);
        return at;
    }

    private void take(Frame frame) {
        if (complete && !frame.is(frames)) {
            complete = false;
            lost.run();
        }
        frames++;
        if (complete) {
            message.writeBytes(frame.piece());
            if (frame.isLast()) {
                messages.accept(message.toString(StandardCharsets.UTF_8));
                message.reset();
            }
        }
    }
}
