package io.fetchmark.report;

import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts the parts of each text message together. */
final class WholeMessages implements WebSocket.Listener {

    private final Queue<String> messages;
    private final StringBuilder part = new StringBuilder();

    WholeMessages(Queue<String> messages) {
        this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            messages.add(part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }
}
