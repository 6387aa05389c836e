package io.fetchmark.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question put to the place of an engine by nothing but a socket, once Testcontainers has given it up: Testcontainers
 * does not tell the reason.
 */
final class Knock {

    /** The oldest version of the engine's API that Testcontainers speaks; the other one is 1.44. */
    private static final String OLDEST = "1.32";

    private static final String QUESTION = "GET /v" + OLDEST + "/version HTTP/1.0\r\nHost: docker\r\n\r\n";
    private static final int PATIENCE_SECONDS = 5;
    private static final int MOST = 64 << 10;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Knock() {}

    /**
     * Why no engine can be used there and what to do, as it follows on the name of the place; empty if it is not known.
     *
     * @param address as in {@code DOCKER_HOST}
     */
    static String at(String address) {
        try {
            URI place = URI.create(address);
            if ("unix".equals(place.getScheme())) {
                return Files.exists(Path.of(place.getPath()))
                        ? explain(ask(UnixDomainSocketAddress.of(place.getPath())))
                        : " (there is no such socket)";
            }
            return "tcp".equals(place.getScheme()) && place.getPort() > 0
                    ? explain(ask(new InetSocketAddress(place.getHost(), place.getPort())))
                    : "";
        } catch (IOException | RuntimeException e) {
            return " (" + explain(e) + ")";
        } catch (TimeoutException e) {
            return " (it does not answer within " + PATIENCE_SECONDS + " s: restart it)";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String explain(Exception failure) {
        String words = String.valueOf(failure.getMessage());
        if (words.contains("Permission denied")) {
            return "this user may not use it: add the user to the group docker and log in again, or build with sudo";
        }
        return words.contains("Connection refused") ? "nobody listens there: start the engine" : words;
    }

    private static String explain(String answer) {
        Matcher status = STATUS.matcher(answer);
        if (!status.lookingAt()) {
            return " (what answers there is no engine)";
        }
        if (status.group(1).equals("200")) {
            return "";
        }
        Matcher message = MESSAGE.matcher(answer);
        String words = message.find() ? message.group(1).replaceAll("\\\\(.)", "$1") : "status " + status.group(1);
        String remedy = "";
        if (words.contains("too new") || words.contains("Maximum supported API version")) {
            remedy = "; it is too old: update it to one with API " + OLDEST + ", which is Docker 17.09, or later";
        } else if (words.contains("too old") || words.contains("Minimum supported API version")) {
            remedy = "; it is too new for this Fetchmark: take a newer Fetchmark, or let the engine serve API 1.44 by"
                    + " \"min-api-version\" in its daemon.json";
        }
        return " (it says: " + words + remedy + ")";
    }

    // An engine that hangs may not even take the connection.
    private static String ask(SocketAddress place) throws IOException, InterruptedException, TimeoutException {
        try (SocketChannel channel = place instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(channel, place));
            // Closing the channel ends what goes on.
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    private static String ask(SocketChannel channel, SocketAddress place) {
        try {
            channel.connect(place);
            channel.write(ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(channel).readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
