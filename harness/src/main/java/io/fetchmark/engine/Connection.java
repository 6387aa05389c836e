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
 *
 * <p>When sending fails it goes on receiving: a server that has answered and closed before it had the whole request has
 * sent what is to be read first.
 */
final class Connection {

    /** What reading gives if the server has ended the connection, and if it was torn. */
    private static final int END = -1;

    private static final int RESET = -2;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer request;
    private final Judgement judgement;
    private final ResponseDecoder decoder;
    private boolean connected;
    /** Whether sending failed. */
    private boolean broken;
    /** Whether the server has ended it. */
    private boolean ended;
    /** What was wrong with what came last, if anything was. */
    private String fault = "";

    /** Of the exchange that is on it, or was the last. */
    long intended;

    long ready;
    long started;
    /** Whether the request is on its second connection. */
    boolean resent;

    /** Of the exchange before that one: when it was due, and whether it was recorded as a success. */
    private long previous;

    private boolean previousSucceeded;
    private boolean succeeded;

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
     * @throws ShortageException if the client itself lacks what it takes
     * @throws IOException if it cannot be for another reason; no connection is left in either case
     */
    static Connection open(Errand errand, Selector selector) throws IOException {
        SocketChannel channel = ShortageException.openChannel();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = ShortageException.connect(channel, errand.address());
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

    /** Takes an exchange. */
    void take(long newIntended, long newReady, long newStarted) {
        previous = intended;
        previousSucceeded = succeeded;
        intended = newIntended;
        ready = newReady;
        started = newStarted;
        succeeded = false;
    }

    /** Sends the request from its beginning, as soon as there is a connection. */
    void begin() {
        request.clear();
        decoder.reset();
        judgement.reset();
        if (connected) {
            write();
        }
    }

    /**
     * Goes on with connecting or sending, if that is what it waits for.
     *
     * @throws IOException if no connection can be made
     */
    void proceed() throws IOException {
        if (!connected) {
            connected = ShortageException.finishConnect(channel);
            if (connected) {
                key.interestOps(SelectionKey.OP_READ);
                write();
            }
        } else if (request.hasRemaining() && !broken) {
            write();
        }
    }

    /**
     * Receives what is there.
     *
     * @param buffer the loop's
     */
    Decoding receive(ByteBuffer buffer) {
        int count = read(buffer);
        if (count < 0) {
            ended = true;
            if (count == END) {
                fault = decoder.hasBegun() ? "ended within the response" : "ended before the response";
            }
            return count == RESET ? Decoding.MALFORMED : decoder.endOfStream();
        }
        Decoding decoding = decoder.decode(buffer.flip());
        if (decoding == Decoding.MALFORMED) {
            fault = "not HTTP: " + Excerpt.of(buffer);
        } else if (decoding == Decoding.COMPLETE && buffer.hasRemaining() && decoder.keepsAlive()) {
            // Nothing was asked that this could be the answer to. Where the response closes the connection it harms no
            // other.
            fault = "more than the response: " + Excerpt.of(buffer.slice());
            return Decoding.MALFORMED;
        }
        return decoding;
    }

    /** What was wrong with what came last. */
    String fault() {
        return fault;
    }

    /** The status code of the response, once it is complete. */
    int status() {
        return decoder.status();
    }

    /** Whether something has come on it while it was idle that belongs to the response before. */
    boolean receivesMore(ByteBuffer buffer) {
        return read(buffer) > 0;
    }

    /** What the complete response is worth. */
    Outcome outcome() {
        Outcome judged = judgement.outcome(decoder.status());
        // Once sending has failed, the end of the stream may be that of a connection that was torn.
        Outcome outcome = judged == Outcome.OK && broken && ended ? Outcome.PROTOCOL : judged;
        succeeded = outcome == Outcome.OK;
        return outcome;
    }

    /** Whether the body of the response, once it is complete, had a content coding. */
    boolean isEncoded() {
        return decoder.hasContentEncoding();
    }

    /** Whether it can take another exchange after a complete response. */
    boolean isReusable() {
        return !ended && !request.hasRemaining() && decoder.keepsAlive();
    }

    /** Whether the server has ended it before the first byte of a response, and a response came before on it. */
    boolean endedUnanswered() {
        return ended && decoder.follows() && !decoder.hasBegun();
    }

    /** Whether something came before the response, or in place of it, that belongs to the response before. */
    boolean hasLeftovers() {
        return decoder.hasLeftovers();
    }

    /** Whether any byte of the response has come. */
    boolean hasBegun() {
        return decoder.hasBegun();
    }

    /** Whether the exchange before was recorded as a success. */
    boolean previousSucceeded() {
        return previousSucceeded;
    }

    /** When the exchange before was due. */
    long previous() {
        return previous;
    }

    /** Whether the exchange on it, or the last, was a success. */
    boolean succeeded() {
        return succeeded;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is all that was wanted.
        }
    }

    private int read(ByteBuffer buffer) {
        buffer.clear();
        try {
            return channel.read(buffer);
        } catch (IOException e) {
            fault = Failure.inWords(e);
            return RESET;
        }
    }

    private void write() {
        try {
            channel.write(request);
        } catch (IOException e) {
            broken = true;
        }
        int interest =
                request.hasRemaining() && !broken ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (interest != SelectionKey.OP_READ || key.interestOps() != SelectionKey.OP_READ) {
            key.interestOps(interest);
        }
    }
}
