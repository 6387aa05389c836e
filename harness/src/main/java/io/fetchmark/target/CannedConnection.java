package io.fetchmark.target;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection of a {@link CannedServer}: requests that were read and are still to be answered, and how much of the
 * answer is out. For the server's thread only.
 */
final class CannedConnection {

    private final SocketChannel channel;
    private final ByteBuffer incoming;
    private final ByteBuffer answer;
    private final AtomicLong answered;
    private final CannedRequests requests = new CannedRequests();
    private int unanswered;

    /**
     * @param incoming what is read goes through it; all connections may share it
     * @param response is only read
     * @param answered counts the requests of all connections
     */
    CannedConnection(SocketChannel channel, ByteBuffer incoming, ByteBuffer response, AtomicLong answered) {
        this.channel = channel;
        this.incoming = incoming;
        this.answer = response.duplicate().position(response.limit());
        this.answered = answered;
    }

    /** Reads and answers as much as there is and as the client takes; closes the channel at the end of its input. */
    void go(SelectionKey key) throws IOException {
        if (key.isReadable()) {
            if (channel.read(incoming.clear()) < 0) {
                channel.close();
                return;
            }
            unanswered += requests.take(incoming.flip());
        }
        while (answer.hasRemaining() || unanswered > 0) {
            if (!answer.hasRemaining()) {
                answer.rewind();
                unanswered--;
                answered.setRelease(answered.getPlain() + 1);
            }
            channel.write(answer);
            if (answer.hasRemaining()) {
                // Nothing is read until this is out, so a client that only sends is held up and not stored.
                key.interestOps(SelectionKey.OP_WRITE);
                return;
            }
        }
        if (key.isWritable()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }
}
