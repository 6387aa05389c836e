package io.fetchmark.worker;

import io.fetchmark.fork.Parent;
import io.fetchmark.json.Json;
import io.fetchmark.measure.NanoClock;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * The main class of a worker: takes its {@link Part} from its parent, measures, and ends. Its exit status is 0 if it
 * has measured, 2 if it could not do what it was told, 3 if something broke.
 */
public final class WorkerMain {

    private static final int REFUSED = 2;
    private static final int BROKEN = 3;

    private WorkerMain() {}

    public static void main(String[] arguments) {
        Preload.start();
        Parent parent = Parent.listen();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> end(failure, BROKEN));
        try {
            Part part = Json.read(parent.receive(), Part.class);
            parent.whenGone(() -> Runtime.getRuntime().halt(BROKEN));
            Consumer<Message> sender = message -> parent.send(Json.line(message));
            StartLine line = new StartLine(sender, parent::receive, NanoClock.SYSTEM);
            sender.accept(Job.of(part, line, sender, NanoClock.SYSTEM).run());
        } catch (IOException | IllegalArgumentException e) {
            end(e, REFUSED);
        } catch (InterruptedException | RuntimeException e) {
            end(e, BROKEN);
        }
        // HttpClient and the engines may have threads left, which nobody waits for.
        System.exit(0);
    }

    // The log of a worker is its standard output.
    @SuppressWarnings("SystemOut")
    private static void end(Throwable failure, int status) {
        if (status == REFUSED) {
            System.out.println(failure.getMessage());
        } else {
            failure.printStackTrace(System.out);
        }
        System.out.flush();
        Runtime.getRuntime().halt(status);
    }
}
