package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MessageReaderTest {

    private static final String LONG = "ü€😀\n".repeat(500);

    private final List<String> messages = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final MessageReader reader = new MessageReader(messages::add, lines::add, lost::incrementAndGet);
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final MessageWriter writer = new MessageWriter(stream);

    @Test
    void messagesAreFoundWhereverTheyBegin() throws Exception {
        print("x");
        writer.write("first");
        writer.write(LONG);
        print("y\r\n@fetchmark is no message\n@fetch");
        writer.write("");
        print("mark 00000002.001 is none\n@");
        writer.write("second");
        print("no line end");

        assertAllRead();
    }

    @Test
    void messagesAreFoundHoweverTheBytesArrive() throws Exception {
        messagesAreFoundWhereverTheyBegin();
        byte[] all = stream.toByteArray();
        SplittableRandom random = new SplittableRandom(1);
        for (int most : new int[] {1, 2, 7, 100, 1000}) {
            messages.clear();
            lines.clear();
            MessageReader another = new MessageReader(messages::add, lines::add, lost::incrementAndGet);
            for (int from = 0; from < all.length; ) {
                int length = Math.min(all.length - from, 1 + random.nextInt(most));
                byte[] some = new byte[most];
                System.arraycopy(all, from, some, 0, length);
                another.take(some, length);
                from += length;
            }
            another.end();
            assertEverything();
        }
    }

    @Test
    void aMessageIsWrittenInPiecesThatAPipeTakesAtOnce() throws Exception {
        List<Integer> writes = new ArrayList<>();
        MessageWriter counted = new MessageWriter(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                writes.add(length);
                super.write(bytes, from, length);
            }

            @Override
            public void write(byte[] bytes) {
                write(bytes, 0, bytes.length);
            }
        });
        counted.write("a".repeat(10_000));
        assertThat(writes).hasSize(21).allMatch(length -> length <= 512);
    }

    @Test
    void whatOthersWriteBetweenTwoPiecesDoesNoHarm() throws Exception {
        writer.write("a".repeat(900));
        byte[] pieces = stream.toByteArray();
        stream.reset();
        stream.write(pieces, 0, 512);
        print("between");
        stream.write(pieces, 512, pieces.length - 512);
        read();
        assertThat(messages).containsExactly("a".repeat(900));
        assertThat(lines).containsExactly("between");
        assertThat(lost).hasValue(0);
    }

    @Test
    void aTornMessageIsNoticedAtTheNextOneAndNothingAfterItIsBelieved() throws Exception {
        writer.write("first");
        int after = stream.size();
        writer.write("second");
        byte[] both = stream.toByteArray();
        stream.reset();
        stream.write(both, 0, after + 35);
        print("x");
        stream.write(both, after + 35, both.length - after - 35);
        writer.write("third");
        writer.write("fourth");
        read();
        assertThat(messages).containsExactly("first");
        assertThat(lost).hasValue(1);
        assertThat(lines).hasSize(1);
    }

    @Test
    void textWithoutALineEndIsGivenInPieces() {
        byte[] text = "z".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        reader.take(text, text.length);
        assertThat(lines).hasSize(2).allMatch(line -> line.length() == LineSplitter.LONGEST);
        reader.end();
        assertThat(String.join("", lines)).hasSize(20_000);
    }

    private void print(String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read() {
        byte[] bytes = stream.toByteArray();
        reader.take(bytes, bytes.length);
        reader.end();
    }

    private void assertAllRead() {
        read();
        assertEverything();
    }

    private void assertEverything() {
        assertThat(messages).containsExactly("first", LONG, "", "second");
        assertThat(lines)
                .containsExactly("xy", "@fetchmark is no message", "@fetchmark 00000002.001 is none", "@no line end");
        assertThat(lost).hasValue(0);
    }
}
