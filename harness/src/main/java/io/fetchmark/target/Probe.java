package io.fetchmark.target;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The question whether a server is the one that was started, and not another that happens to be there.
 *
 * @param token what the server must answer to {@link #path}; any answer of HTTP will do if absent
 */
record Probe(Optional<String> token) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** A probe with a token that nobody else knows. */
    static Probe fresh() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return new Probe(Optional.of(HexFormat.of().formatHex(random)));
    }

    /** Whether that server answers, and as it should. */
    boolean succeeds(URI server) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path())).timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return token.isEmpty()
                    || (response.statusCode() == 200 && response.body().equals(token.get()));
        } catch (IOException e) {
            return false;
        }
    }

    private String path() {
        return token.map(NginxConfig::tokenPath).orElse("/");
    }
}
