package io.fetchmark.engine;

import io.fetchmark.measure.Shortage;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** The client itself lacks what a connection takes; the target has nothing to do with it. */
final class ShortageException extends IOException {

    private static final long serialVersionUID = 1;

    private final Shortage shortage;

    private ShortageException(Shortage shortage, IOException cause) {
        super(cause.getMessage(), cause);
        this.shortage = shortage;
    }

    /**
     * A socket without a connection.
     *
     * @throws ShortageException if the system gives no further one to this process
     */
    static SocketChannel openChannel() throws ShortageException {
        try {
            return SocketChannel.open();
        } catch (IOException e) {
            throw new ShortageException(Shortage.OPEN_FILES, e);
        }
    }

    /**
     * Begins to connect; the answer is whether that is done.
     *
     * @throws ShortageException if there is no local port to connect from, or no local address
     */
    static boolean connect(SocketChannel channel, InetSocketAddress address) throws IOException {
        try {
            return channel.connect(address);
        } catch (BindException e) {
            throw new ShortageException(Shortage.LOCAL_PORTS, e);
        }
    }

    /** Goes on with what {@link #connect} began. */
    static boolean finishConnect(SocketChannel channel) throws IOException {
        try {
            return channel.finishConnect();
        } catch (BindException e) {
            throw new ShortageException(Shortage.LOCAL_PORTS, e);
        }
    }

    Shortage shortage() {
        return shortage;
    }
}
