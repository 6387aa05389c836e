package io.fetchmark.target;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A server that tests put into a jar. Arguments: what to do, and the port. It says good day at {@code /}, what it has been
 * given at {@code /given}, and 404 elsewhere.
 */
final class Shop {

    private Shop() {}

    /** An executable jar of this class, and of nothing else. */
    static Path jar(Path folder) throws IOException {
        Path file = folder.resolve("shop.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Shop.class.getName());
        String entry = Shop.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var code = Shop.class.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new JarEntry(entry));
            code.transferTo(jar);
        }
        return file;
    }

    /** A port that nobody has, right now. */
    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    // What it says is what is tested.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        System.out.println("the shop does " + String.join(" ", arguments));
        switch (arguments[0]) {
            case "serve" -> serve(Integer.parseInt(arguments[1]), arguments);
            case "end" -> System.exit(Integer.parseInt(arguments[1]));
            case "return" -> System.err.println("nothing to sell");
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void serve(int port, String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer = path.equals("/given")
                    ? String.join("|", arguments) + "|" + System.getenv("SHOP_WORD") + "|"
                            + System.getProperty("shop.option") + "|" + System.getenv("CLASSPATH")
                    : "good day";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/") || path.equals("/given") ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
