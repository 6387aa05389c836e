package io.fetchmark.target;

import io.fetchmark.fork.Parent;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** The JVM of a trivial target: tells its parent where it answers, and ends when the parent is gone. */
final class CannedTargetMain {

    private CannedTargetMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Parent parent = Parent.listen();
        CountDownLatch gone = new CountDownLatch(1);
        try (CannedServer server = CannedServer.start()) {
            parent.whenGone(gone::countDown);
            parent.send(server.url().toString());
            gone.await();
        }
    }
}
