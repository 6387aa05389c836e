package io.fetchmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven by the DevTools protocol. For one thread. */
final class Chromium implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final String LISTENING = "DevTools listening on ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<String> messages;
    private final List<String> complaints = new ArrayList<>();
    private int lastId;

    private Chromium(Process process, WebSocket socket, BlockingQueue<String> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** The first browser of this kind on the PATH. */
    static Optional<Path> search() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser whose traces are all in the given directory. */
    static Chromium start(Path executable, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        // As root, which CI may be, Chromium refuses to start with its sandbox.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        try {
            HttpClient http = HttpClient.newHttpClient();
            BlockingQueue<String> messages = new LinkedBlockingQueue<>();
            WebSocket socket = http.newWebSocketBuilder()
                    .buildAsync(page(http, address(process)), new WholeMessages(messages))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Chromium chromium = new Chromium(process, socket, messages);
            for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
                chromium.call(domain + ".enable", Map.of());
            }
            return chromium;
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Sets the size of the page and what the reader likes, {@code light} or {@code dark}. */
    void prepare(int width, int height, String scheme) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** From now on pages look as they do on paper. */
    void asPrinted() throws Exception {
        call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** Opens a page and waits until it is loaded. Earlier complaints are forgotten. */
    void open(Path page) throws Exception {
        complaints.clear();
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        await("Page.loadEventFired");
    }

    /** The value of an expression in the page; of a promise, once it is kept. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.path("result").path("value");
    }

    /** The whole page as PNG. */
    byte[] screenshot() throws Exception {
        JsonNode answer = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    /** The whole page as PDF. */
    byte[] print() throws Exception {
        JsonNode answer = call("Page.printToPDF", Map.of("printBackground", true));
        return Base64.getDecoder().decode(answer.path("data").asText());
    }

    /** Errors, warnings, log entries and requests to a network since the page was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        // Asked to, it ends its children and lets go of its files before it goes itself.
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true)
                .thenCompose(sent -> process.onExit())
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .exceptionally(failure -> process)
                .join();
        socket.abort();
        process.destroyForcibly();
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        ObjectNode message = JSON.createObjectNode().put("id", ++lastId).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        socket.sendText(message.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonNode answer = next();
            if (answer.path("id").asInt() == lastId) {
                if (answer.has("error")) {
                    throw new IllegalStateException(method + ": " + answer);
                }
                return answer.path("result");
            }
        }
    }

    private void await(String event) throws Exception {
        while (!next().path("method").asText().equals(event)) {
            // Other events are noted by next().
        }
    }

    private JsonNode next() throws Exception {
        String text = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new IOException("Chromium has said nothing for " + PATIENCE_SECONDS + " s");
        }
        JsonNode message = JSON.readTree(text);
        boolean complaint = switch (message.path("method").asText()) {
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" -> true;
            case "Network.requestWillBeSent" ->
                !message.at("/params/request/url").asText().startsWith("file:");
            default -> false;
        };
        if (complaint) {
            complaints.add(text);
        }
        return message;
    }

    private static URI address(Process process) throws IOException {
        // The reader stays open as long as the process lives: closing it would break Chromium's own output.
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                return URI.create(line.substring(LISTENING.length()));
            }
            said.append(line).append('\n');
        }
        throw new IOException("Chromium ended at once:\n" + said);
    }

    private static URI page(HttpClient http, URI browser) throws Exception {
        URI list = URI.create("http://127.0.0.1:" + browser.getPort() + "/json/list");
        String targets = http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode target : JSON.readTree(targets)) {
            if (target.path("type").asText().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asText());
            }
        }
        throw new IOException("Chromium has no page: " + targets);
    }
}
