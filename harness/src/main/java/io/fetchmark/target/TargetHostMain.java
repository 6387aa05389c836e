package io.fetchmark.target;

import io.fetchmark.fork.Parent;
import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;

/**
 * The JVM that owns targets: starts what its parent orders, and removes all when the parent is gone or a signal ends this
 * JVM. What is left when it is killed outright is found by the sweep of the next one.
 */
final class TargetHostMain {

    private static final int BROKEN = 3;

    private final Parent parent = Parent.listen();
    private final Ownership ownership = new Ownership();
    private final Starter starter = new Starter(ownership);
    private final Map<Integer, StartedTarget> targets = new ConcurrentHashMap<>();
    private boolean logs;

    private TargetHostMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new TargetHostMain().run();
    }

    private void run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(ownership::giveUp, "fetchmark-give-up"));
        // Testcontainers has a hook of its own for signals, which trips over containers that are being removed.
        Thread.setDefaultUncaughtExceptionHandler(TargetHostMain::uncaught);
        parent.whenGone(() -> {
            ownership.giveUp();
            System.exit(0);
        });
        while (true) {
            carryOut(next());
        }
    }

    // What it prints is the last that its parent has of it.
    @SuppressWarnings("SystemOut")
    private static void uncaught(Thread thread, Throwable failure) {
        if (failure instanceof Error) {
            // Whoever waits for the thread would do so for ever. The targets are removed on the way out.
            System.out.println(failure);
            System.exit(BROKEN);
        }
        Logger.getLogger(TargetHostMain.class.getName()).log(Level.INFO, thread.getName(), failure);
    }

    private HostOrder next() throws InterruptedException, MalformedJson {
        String line;
        try {
            line = parent.receive();
        } catch (IOException e) {
            // The parent is gone, which ends this JVM in a moment.
            Thread.sleep(Long.MAX_VALUE);
            throw new IllegalStateException(e);
        }
        return Json.read(line, HostOrder.class);
    }

    private void carryOut(HostOrder order) {
        if (order instanceof HostOrder.Start start) {
            if (!hasLogs(start)) {
                return;
            }
            new Thread(() -> start(start), "fetchmark-target-" + start.target()).start();
            return;
        }
        try {
            manage(order);
            send(new HostMessage.Done(order.target()));
        } catch (TargetFailure | RuntimeException e) {
            send(new HostMessage.Failed(order.target(), String.valueOf(e.getMessage())));
        }
    }

    private boolean hasLogs(HostOrder.Start start) {
        if (logs) {
            return true;
        }
        Path directory = start.order().directory();
        try {
            HostLog.to(directory);
            logs = true;
        } catch (IOException e) {
            send(new HostMessage.Failed(
                    start.target(),
                    "the log " + directory.resolve(HostLog.NAME) + " could not be written: " + e.getMessage()));
        }
        return logs;
    }

    private void manage(HostOrder order) throws TargetFailure {
        StartedTarget target = targets.get(order.target());
        if (target == null) {
            throw new TargetFailure("there is no such target: " + order);
        }
        if (order instanceof HostOrder.Pause) {
            target.hold().pause();
        } else if (order instanceof HostOrder.Resume) {
            target.hold().resume();
        } else {
            targets.remove(order.target());
            target.hold().remove();
        }
    }

    private void start(HostOrder.Start start) {
        int number = start.target();
        try {
            StartedTarget target = starter.start(start.order());
            targets.put(number, target);
            send(new HostMessage.Ready(number, target.facts(), target.counters()));
            if (target.counters().orElse(null) instanceof StatsCounters stats) {
                StatsFeed.start(DockerClientFactory.instance().client(), number, stats.container(), this::send);
            }
            String reason = target.death().join();
            if (!ownership.isGivenUp() && targets.containsKey(number)) {
                send(new HostMessage.Died(number, reason));
            }
        } catch (TargetFailure e) {
            send(new HostMessage.Failed(number, String.valueOf(e.getMessage())));
        } catch (IOException | InterruptedException | RuntimeException e) {
            send(new HostMessage.Failed(
                    number,
                    "the target could not be started: " + e + " (more may be in "
                            + start.order().directory().resolve(HostLog.NAME) + ")"));
        }
    }

    private void send(HostMessage message) {
        parent.send(Json.line(message));
    }
}
