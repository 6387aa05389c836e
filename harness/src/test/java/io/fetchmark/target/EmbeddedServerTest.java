package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.OnCalmMachine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedServerTest {

    @TempDir
    Path directory;

    private URI server = URI.create("http://localhost");

    @BeforeEach
    void serve() throws IOException {
        Path content = Files.createDirectory(directory.resolve("www"));
        Files.writeString(content.resolve("index.html"), "start");
        Files.createDirectories(content.resolve("a b"));
        Files.writeString(content.resolve("a b/index.html"), "below");
        Files.writeString(content.resolve("style.css"), "p {}");
        Files.writeString(content.resolve("empty.txt"), "");
        Files.writeString(directory.resolve("secret.txt"), "secret");
        server = start(Optional.of(content), Duration.ZERO);
    }

    @Test
    void filesAreServedWithTheirTypes() throws Exception {
        HttpResponse<String> response = Hosts.get(server, "/style.css");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("p {}");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/css");
        assertThat(response.headers().firstValue("Content-Length")).contains("4");
    }

    @Test
    void directoriesAreServedByTheirIndex() throws Exception {
        assertThat(Hosts.get(server, "/").body()).isEqualTo("start");
        assertThat(Hosts.get(server, "/a%20b/").body()).isEqualTo("below");
        assertThat(Hosts.get(server, "/a%20b").body()).isEqualTo("below");
    }

    @Test
    void emptyFileIsAnEmptyAnswer() throws Exception {
        HttpResponse<String> response = Hosts.get(server, "/empty.txt");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(Hosts.get(server, "/other").statusCode()).isEqualTo(404);
        assertThat(Hosts.get(server, "/%00").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingOutsideTheDirectoryIsServed() throws Exception {
        assertThat(Hosts.get(server, "/%2e%2e/secret.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(server).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.headers().firstValue("Content-Length")).contains("5");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void contentTakesNoPost() throws Exception {
        HttpRequest.Builder post =
                HttpRequest.newBuilder(server).POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)));
        assertThat(send(post).statusCode()).isEqualTo(405);
        assertThat(Hosts.get(server, "/").body()).isEqualTo("start");
    }

    @Test
    void withoutContentThereIsAPageAsLongAsNginxsOwn() throws Exception {
        HttpResponse<String> response = Hosts.get(start(Optional.empty(), Duration.ZERO), "/");
        assertThat(response.body()).hasSize(615).contains("Welcome to nginx!");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html");
    }

    @Test
    @OnCalmMachine
    void tokenIsAnsweredAtOnceAndNoOtherIs() throws Exception {
        URI slow = start(Optional.empty(), Duration.ofMinutes(1));
        assertThat(Probe.forToken("abc").succeeds(slow)).isTrue();
        assertThat(Probe.forToken("abd").succeeds(server)).isFalse();
    }

    @Test
    void fiveHundredResponsesWaitTogether() throws Exception {
        URI slow = start(Optional.empty(), Duration.ofMillis(200));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<Boolean>> fetches = IntStream.range(0, 500)
                .mapToObj(i -> {
                    long start = System.nanoTime();
                    return client.sendAsync(HttpRequest.newBuilder(slow).build(), HttpResponse.BodyHandlers.ofString())
                            .thenApply(response -> response.statusCode() == 200
                                    && System.nanoTime() - start
                                            >= Duration.ofMillis(200).toNanos());
                })
                .toList();
        assertThat(fetches).allMatch(CompletableFuture::join);
    }

    private static URI start(Optional<Path> content, Duration delay) throws IOException {
        return new EmbeddedServer(new StaticContent(content), "abc", delay).start();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
