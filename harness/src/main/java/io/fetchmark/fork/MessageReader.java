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

    /** Text without line ends is given in lines of that many bytes. */
    static final int LONGEST_LINE = 8192;

    private final Consumer<String> messages;
    private final Consumer<String> lines;
    private final Runnable lost;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
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
        this.lines = lines;
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
        text(rest, 0, rest.length);
        rest = new byte[0];
        if (line.size() > 0) {
            endLine();
        }
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
                text(bytes, text, at);
                at += length.getAsInt();
                text = at;
                take(frame.get());
            } else {
                at++;
            }
        }
        text(bytes, text, at);
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

    private void text(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                endLine();
            } else {
                line.write(bytes[i]);
                if (line.size() == LONGEST_LINE) {
                    endLine();
                }
            }
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        line.reset();
    }
}
