package io.fetchmark.engine;

import io.fetchmark.http1.Decoding;
import io.fetchmark.http1.ResponseDecoder;
import io.fetchmark.measure.Outcome;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection of an event loop, with at most one exchange on it. Used by the thread of its loop only. It is a link of
 * the list of what is in flight, {@link InFlight}, so that no list node is allocated.
 *
 * <pre>
 *   open -> connecting -> sending -> receiving -> idle -> sending ...
 *                 \__________\___________\__________\____ closed
 * </pre>
 */
final class Connection {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer request;
    private final Judgement judgement;
    private final ResponseDecoder decoder;
    private boolean connected;

    /** Of the exchange that is on it. */
    long intended;

    long ready;
    long started;

    /** Its neighbours in what is in flight. */
    @Nullable Connection older;

    @Nullable Connection newer;

    private Connection(SocketChannel channel, SelectionKey key, Errand errand) {
        this.channel = channel;
        this.key = key;
        this.request = errand.request();
        this.judgement = errand.judgement();
        this.decoder = new ResponseDecoder(errand.method(), judgement);
        key.attach(this);
    }

    /**
     * Begins to connect.
     *
     * @throws IOException if it cannot be; no connection is left
     */
    static Connection open(Errand errand, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = channel.connect(errand.address());
            SelectionKey key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT);
            Connection connection = new Connection(channel, key, errand);
            connection.connected = connected;
            return connection;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    boolean isConnected() {
        return connected;
    }

    /** Sends the request from its beginning, as soon as there is a connection. */
    void begin() throws IOException {
        request.clear();
        decoder.reset();
        judgement.reset();
        if (connected) {
            write();
        }
    }

    /** Goes on with connecting or sending, if that is what it waits for. */
    void proceed() throws IOException {
        if (!connected) {
            connected = channel.finishConnect();
            if (connected) {
                key.interestOps(SelectionKey.OP_READ);
                write();
            }
        } else if (request.hasRemaining()) {
            write();
        }
    }

    /**
     * Receives what is there.
     *
     * @param buffer the loop's
     */
    Decoding receive(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            return decoder.endOfStream();
        }
        Decoding decoding = decoder.decode(buffer.flip());
        // Nothing was asked that this could be the answer to.
        return decoding == Decoding.COMPLETE && buffer.hasRemaining() ? Decoding.MALFORMED : decoding;
    }

    /** What the complete response is worth. */
    Outcome outcome() {
        return judgement.outcome(decoder.status());
    }

    /** Whether it can take another exchange after a complete response. */
    boolean isReusable() {
        return decoder.keepsAlive() && !request.hasRemaining();
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is all that was wanted.
        }
    }

    private void write() throws IOException {
        channel.write(request);
        if (request.hasRemaining()) {
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } else if (key.interestOps() != SelectionKey.OP_READ) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }
}
