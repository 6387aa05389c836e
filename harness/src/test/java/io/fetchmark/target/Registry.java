package io.fetchmark.target;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registry on this machine with one image, which the engine here has under another name. */
final class Registry implements AutoCloseable {

    private static final String MANIFEST_TYPE = "application/vnd.docker.distribution.manifest.v2+json";
    private static final Pattern CONFIG = Pattern.compile("\"Config\":\"([^\"]+)\"");
    private static final Pattern LAYERS = Pattern.compile("\"Layers\":\\[([^\\]]+)\\]");

    private final HttpServer server;
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final String digest;

    /** @param directory takes the image for a while */
    Registry(String image, Path directory) throws IOException {
        Docker.run("bash", "-c", "docker save " + image + " | tar x -C " + directory);
        String saved = Files.readString(directory.resolve("manifest.json"));
        List<String> layers = new ArrayList<>();
        for (String layer : first(LAYERS, saved).split(",", -1)) {
            layers.add(descriptor("image.rootfs.diff.tar.gzip", directory.resolve(layer.replace("\"", ""))));
        }
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST_TYPE + "\",\"config\":"
                + descriptor("container.image.v1+json", directory.resolve(first(CONFIG, saved))) + ",\"layers\":"
                + layers + "}";
        digest = keep(manifest.getBytes(StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/", this::answer);
        server.start();
    }

    /** The name and digest that pin the image. */
    String image() {
        return "127.0.0.1:" + server.getAddress().getPort() + "/acme/shop@" + digest;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String descriptor(String type, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return "{\"mediaType\":\"application/vnd.docker." + type + "\",\"size\":" + content.length + ",\"digest\":\""
                + keep(content) + "\"}";
    }

    private String keep(byte[] content) {
        try {
            String name = "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            blobs.put(name, content);
            return name;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<byte[]> content = path.equals("/v2/")
                    ? Optional.of("{}".getBytes(StandardCharsets.UTF_8))
                    : Optional.ofNullable(blobs.get(path.substring(path.lastIndexOf('/') + 1)));
            exchange.getResponseHeaders().add("Docker-Distribution-Api-Version", "registry/2.0");
            if (path.contains("/manifests/")) {
                exchange.getResponseHeaders().add("Content-Type", MANIFEST_TYPE);
                exchange.getResponseHeaders().add("Docker-Content-Digest", digest);
            }
            byte[] body = content.orElse(new byte[0]);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                exchange.getResponseHeaders().add("Content-Length", String.valueOf(body.length));
            }
            exchange.sendResponseHeaders(content.isPresent() ? 200 : 404, head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }
}
