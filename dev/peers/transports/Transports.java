import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least that a client of one thread can do, over one way to the kernel or another: send a request, count the bytes of
 * its response, which are always as many, and send the next. For dev/bench-peers with TRANSPORTS=1.
 */
public final class Transports {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    /** How often the hybrid looks before it sleeps. */
    private static final int LOOKS = 20;

    private final InetSocketAddress address;
    private final int connections;
    private final long end;
    private final byte[] request;
    private final int responseBytes;

    private Transports(URI url, int connections, long seconds) throws IOException {
        this.address = new InetSocketAddress(url.getHost(), url.getPort());
        this.connections = connections;
        this.end = System.nanoTime() + seconds * 1_000_000_000;
        this.request = ("GET / HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        this.responseBytes = responseBytes();
    }

    /** Arguments: select, hybrid, spin, epoll or io_uring; the address; connections; seconds. */
    public static void main(String[] arguments) throws Exception {
        Transports client = new Transports(
                URI.create(arguments[1]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        switch (arguments[0]) {
            case "select", "hybrid", "spin" -> client.nio(arguments[0]);
            case "epoll" -> client.netty(EpollIoHandler.newFactory(), EpollSocketChannel.class);
            case "io_uring" -> client.netty(IoUringIoHandler.newFactory(), IoUringSocketChannel.class);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    private int responseBytes() throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            Matcher length = LENGTH.matcher(head);
            if (!length.find()) {
                throw new IOException("no Content-Length: " + head);
            }
            return head.length() + Integer.parseInt(length.group(1));
        }
    }

    private boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    private static final class Lane {
        java.nio.channels.SocketChannel channel;
        ByteBuffer request;
        int left;
    }

    private void nio(String way) throws IOException {
        Selector selector = Selector.open();
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
        for (int i = 0; i < connections; i++) {
            Lane lane = new Lane();
            lane.channel = java.nio.channels.SocketChannel.open(address);
            lane.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            lane.channel.configureBlocking(false);
            lane.request = ByteBuffer.allocateDirect(request.length).put(request);
            lane.channel.register(selector, SelectionKey.OP_READ, lane);
            send(lane);
        }
        while (!isOver()) {
            switch (way) {
                case "spin" -> selector.selectNow(key -> receive(key, buffer));
                case "hybrid" -> {
                    int ready = 0;
                    for (int i = 0; i < LOOKS && ready == 0; i++) {
                        ready = selector.selectNow(key -> receive(key, buffer));
                    }
                    if (ready == 0) {
                        selector.select(key -> receive(key, buffer), 1000);
                    }
                }
                default -> selector.select(key -> receive(key, buffer), 1000);
            }
        }
    }

    private void receive(SelectionKey key, ByteBuffer buffer) {
        Lane lane = (Lane) key.attachment();
        try {
            lane.left -= lane.channel.read(buffer.clear());
            if (lane.left == 0) {
                send(lane);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Lane lane) throws IOException {
        // One reading of the clock for each request, as a client needs.
        lane.left = isOver() ? -1 : responseBytes;
        lane.channel.write(lane.request.rewind());
        if (lane.request.hasRemaining()) {
            throw new IOException("a short write");
        }
    }

    private void netty(IoHandlerFactory factory, Class<? extends SocketChannel> type) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        ByteBuf bytes = Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(request));
        Bootstrap bootstrap = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, factory))
                .channel(type)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new NettyLane(bytes, over));
                    }
                });
        for (int i = 0; i < connections; i++) {
            bootstrap.connect(address);
        }
        over.await();
    }

    private final class NettyLane extends ChannelInboundHandlerAdapter {

        private final ByteBuf bytes;
        private final CountDownLatch over;
        private int left;

        NettyLane(ByteBuf bytes, CountDownLatch over) {
            this.bytes = bytes;
            this.over = over;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            send(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf part = (ByteBuf) message;
            left -= part.readableBytes();
            part.release();
            if (left == 0) {
                send(context);
            }
        }

        private void send(ChannelHandlerContext context) {
            left = responseBytes;
            if (isOver()) {
                over.countDown();
            } else {
                context.writeAndFlush(bytes.duplicate(), context.voidPromise());
            }
        }
    }
}
