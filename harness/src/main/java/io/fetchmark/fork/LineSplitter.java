package io.fetchmark.fork;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Splits bytes into the lines of a text in UTF-8, in bounded memory. One thread uses it. */
public final class LineSplitter {

    /** Text without line ends is given in lines of that many bytes. */
    public static final int LONGEST = 8192;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param lines takes each line, without its end */
    public LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Takes the next bytes of the text. */
    public void take(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                endLine();
            } else {
                line.write(bytes[i]);
                if (line.size() == LONGEST) {
                    endLine();
                }
            }
        }
    }

    /** The text has ended: gives a last line that has no end. */
    public void end() {
        if (line.size() > 0) {
            endLine();
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        line.reset();
    }
}
