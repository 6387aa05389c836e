package io.fetchmark.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.util.Optional;

/**
 * The HttpClient of the engines: no redirects, no proxy, and its work done on its selector thread. The
 * default executor hands every event of an exchange to another thread, which costs a quarter to a half of the CPU time
 * of a request ({@code dev/bench-clients}); nothing that runs here ever blocks.
 */
final class TunedClient implements AutoCloseable {

    private static final Optional<MethodHandle> SHUTDOWN_NOW = shutdownNow();

    private volatile Optional<HttpClient> client;

    TunedClient(HttpClient.Version version) {
        this.client = Optional.of(HttpClient.newBuilder()
                .version(version)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(Runnable::run)
                .build());
    }

    HttpClient get() {
        return client.orElseThrow(() -> new IllegalStateException("this client is closed"));
    }

    /**
     * Closes the connections. Before JDK 21 HttpClient has no such method: it is let go of, and its selector thread ends
     * and closes them up to 3 s after the garbage collector has noticed.
     */
    @Override
    public void close() {
        Optional<HttpClient> last = client;
        client = Optional.empty();
        last.ifPresent(open -> SHUTDOWN_NOW.ifPresent(handle -> {
            try {
                handle.invoke(open);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("shutdownNow throws no checked exception", e);
            }
        }));
    }

    private static Optional<MethodHandle> shutdownNow() {
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findVirtual(HttpClient.class, "shutdownNow", MethodType.methodType(void.class)));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return Optional.empty();
        }
    }
}
