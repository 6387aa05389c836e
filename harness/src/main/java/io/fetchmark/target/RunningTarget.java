package io.fetchmark.target;

import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A target that somebody else has started. */
final class RunningTarget {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private RunningTarget() {}

    /**
     * Makes sure that it answers, with whatever status.
     *
     * @throws TargetFailure if it does not within 10 s
     */
    static TargetFacts check(UrlSpec target) throws TargetFailure, InterruptedException {
        URI url = target.url();
        List<String> warnings = List.of();
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            client.send(HttpRequest.newBuilder(url).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException | RuntimeException | InternalError e) {
            CheckFailure failure = new CheckFailure(e);
            if (!failure.isOfResponse()) {
                throw new TargetFailure(
                        failure.isOfThisMachine()
                                ? "this machine cannot connect to " + url + " (" + failure + ")"
                                : "nothing answers at " + url + " (" + failure
                                        + "): start it, or correct <target><url>",
                        e);
            }
            warnings = List.of("what " + url + " answers is not HTTP that HttpClient understands (" + failure
                    + "): correct the server, or <target><url>");
        }
        return new TargetFacts(
                target.kind(),
                TargetRuntime.EXTERNAL,
                path(url),
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                warnings);
    }

    private static NetworkPath path(URI url) throws TargetFailure {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress() ? NetworkPath.LOOPBACK : NetworkPath.DIRECT;
        } catch (UnknownHostException e) {
            throw new TargetFailure("the host of " + url + " has no address", e);
        }
    }
}
