package io.fetchmark.target;

import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The question whether a server is ready, and the one that was started and not another that happens to be there.
 *
 * @param path where it is asked
 * @param token what the body of the answer must be, beside a status of 200; any body will do if absent
 * @param below what the status must be below if there is no token
 */
record Probe(String path, Optional<String> token, int below) {

    private static final int ANY = 600;
    private static final int ERROR = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * An answer of HTTP.
     *
     * @param isRight whether it is what was asked for
     */
    record Answer(int status, boolean isRight) {}

    /** A probe that takes any answer. */
    static Probe any() {
        return new Probe("/", Optional.empty(), ANY);
    }

    /** A probe with a token that nobody else knows. */
    static Probe fresh() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return forToken(HexFormat.of().formatHex(random));
    }

    static Probe forToken(String token) {
        return new Probe(NginxConfig.tokenPath(token), Optional.of(token), ANY);
    }

    /** A probe that takes any answer but an error. */
    static Probe of(ReadySign.Answers sign) {
        return new Probe(sign.path(), Optional.empty(), ERROR);
    }

    /** Whether that server answers, and as it should. */
    boolean succeeds(URI server) throws InterruptedException {
        return ask(server).filter(Answer::isRight).isPresent();
    }

    /** What that server answers; empty if nothing does within 2 s. */
    Optional<Answer> ask(URI server) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Request.get(path).at(server))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<InputStream> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // A body without end must not keep us, so no more is read than needed.
            try (InputStream body = response.body()) {
                return Optional.of(new Answer(response.statusCode(), isRight(response.statusCode(), body)));
            }
        } catch (IOException | RuntimeException | InternalError e) {
            // HttpClient does not declare all that it throws at a response that it does not understand.
            return Optional.empty();
        }
    }

    private boolean isRight(int status, InputStream body) throws IOException {
        if (token.isEmpty()) {
            return status < below;
        }
        byte[] wanted = token.get().getBytes(StandardCharsets.US_ASCII);
        return status == 200 && Arrays.equals(body.readNBytes(wanted.length + 1), wanted);
    }
}
