package io.fetchmark.target;

import io.fetchmark.plan.HttpVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The HTTP client of every check of a target. It connects as the clients of the load do, since it would speak of another
 * server otherwise: by the version of HTTP that is measured, without a proxy, and without following redirects. Any thread
 * may use it.
 */
final class CheckClient {

    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final int NO_HEAD = 0;

    private final HttpClient.Version version;
    private final Duration patience;
    private final Duration ofBody;
    private Optional<HttpClient> client = Optional.empty();

    /**
     * @param patience how long it waits at most for a connection; it waits half a second longer for the head
     * @param ofBody how long it then waits at most for as much of the body as is wanted
     */
    CheckClient(HttpVersion http, Duration patience, Duration ofBody) {
        this.version = switch (http) {
            case HTTP_1_1 -> HttpClient.Version.HTTP_1_1;
            case HTTP_2 -> HttpClient.Version.HTTP_2;
        };
        this.patience = patience;
        this.ofBody = ofBody;
    }

    /**
     * A response.
     *
     * @param body its first bytes, each as one character; fewer than asked for if it has no more or they do not come in time
     */
    record Answer(int status, String body) {}

    /**
     * What that address answers. What is left of a body is not waited for: it may be without end.
     *
     * @param most how many bytes of the body are wanted, 0 or more
     * @throws CheckException if no whole head comes in time; it says why
     */
    Answer get(URI address, int most) throws CheckException, InterruptedException {
        AtomicInteger status = new AtomicInteger(NO_HEAD);
        Optional<CompletableFuture<HttpResponse<String>>> exchange = Optional.empty();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ofHead()).build();
            exchange = Optional.of(client().sendAsync(request, head -> {
                status.set(head.statusCode());
                return new FirstBytes(most, ofBody);
            }));
            // HttpClient keeps to its times as long as its own thread lives.
            Duration limit = ofHead().plus(ofBody).plus(SLACK);
            HttpResponse<String> response = exchange.get().get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            return headAlone(status.get(), e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | RuntimeException | InternalError e) {
            // HttpClient does not declare all that it throws for want of sockets.
            return headAlone(status.get(), e);
        } finally {
            exchange.ifPresent(any -> any.cancel(true));
        }
    }

    private static Answer headAlone(int status, Throwable failure) throws CheckException {
        CheckFailure reason = CheckFailure.of(failure);
        // It finds some faults of a head only as it comes to the body.
        if (status != NO_HEAD && reason.kind() != CheckFailure.Kind.NOT_HTTP) {
            return new Answer(status, "");
        }
        throw new CheckException(reason, failure);
    }

    private Duration ofHead() {
        return patience.plusMillis(500);
    }

    // Not before it is needed, as it takes files, and this process may have none left.
    private synchronized HttpClient client() {
        HttpClient made = client.orElseGet(() -> HttpClient.newBuilder()
                .version(version)
                .connectTimeout(patience)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        client = Optional.of(made);
        return made;
    }
}
