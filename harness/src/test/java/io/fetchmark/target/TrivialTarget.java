package io.fetchmark.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A {@link CannedServer} in a JVM of its own; the trivial target of {@code dev/bench-peers}. */
final class TrivialTarget {

    private TrivialTarget() {}

    /** Prints the port, then for each line of its input the requests so far; ends with its input. */
    // Its standard output is read by the script.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try (CannedServer server = CannedServer.start();
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.url().getPort());
            while (input.readLine() != null) {
                System.out.println(server.requests());
            }
        }
    }
}
