package io.fetchmark.target;

import io.fetchmark.plan.HttpVersion;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.Request;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
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
    /** For a connection, for the head, and for a body that matters. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final CheckClient CLIENT = new CheckClient(HttpVersion.HTTP_1_1, PATIENCE, PATIENCE);

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
        try {
            return ask(server).isRight();
        } catch (CheckException e) {
            return false;
        }
    }

    /**
     * What that server answers.
     *
     * @throws CheckException if nothing of HTTP within 2.5 s; it says why
     */
    Answer ask(URI server) throws CheckException, InterruptedException {
        CheckClient.Answer answer = CLIENT.get(
                Request.get(path).at(server),
                token.map(text -> text.length() + 1).orElse(0));
        return new Answer(
                answer.status(),
                token.map(text -> answer.status() == 200 && answer.body().equals(text))
                        .orElse(answer.status() < below));
    }
}
