package io.fetchmark.target;

import io.fetchmark.fork.Parent;
import io.fetchmark.json.Json;
import io.fetchmark.json.MalformedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final PendingOrders work = new PendingOrders(this::send);
    private final Starter starter = new Starter(ownership, work::dependsOn);
    private final Map<Integer, StartedTarget> targets = new ConcurrentHashMap<>();
    private final OwnerShutdown shutdown = new OwnerShutdown(ownership);
    private final ExecutorService orders = Executors.newCachedThreadPool();
    private boolean logs;

    private TargetHostMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new TargetHostMain().run();
    }

    private void run() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::shutDown, "fetchmark-leave"));
        // Testcontainers has a hook of its own for signals, which trips over containers that are being removed.
        Thread.setDefaultUncaughtExceptionHandler(TargetHostMain::uncaught);
        parent.whenGone(() -> {
            shutdown.shutDown();
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
        work.begins(order.target());
        if (order instanceof HostOrder.Start start) {
            if (!hasLogs(start)) {
                return;
            }
            shutdown.addTarget();
            new Thread(() -> start(start), "fetchmark-target-" + start.target()).start();
            return;
        }
        // An engine that hangs must not keep the next order from being heard.
        orders.execute(() -> {
            try {
                manage(order);
                work.ends(new HostMessage.Done(order.target()));
            } catch (TargetFailure | RuntimeException e) {
                work.fails(order.target(), String.valueOf(e.getMessage()));
            }
        });
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
            work.fails(
                    start.target(),
                    "the log " + directory.resolve(HostLog.NAME) + " could not be written: " + e.getMessage());
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
            StartedTarget target = starter.start(start.order(), listener(number));
            targets.put(number, target);
            work.ends(new HostMessage.Ready(number, target.facts(), target.counters()));
            if (target.counters().orElse(null) instanceof StatsCounters stats) {
                StatsFeed.start(DockerClientFactory.instance().client(), number, stats.container(), this::send);
            }
            String reason = target.death().join();
            if (!ownership.isGivenUp() && targets.containsKey(number)) {
                send(new HostMessage.Died(number, reason));
            }
        } catch (TargetFailure e) {
            work.fails(number, String.valueOf(e.getMessage()));
        } catch (IOException | InterruptedException | RuntimeException e) {
            work.fails(
                    number,
                    "the target could not be started: " + e + " (more may be in "
                            + start.order().directory().resolve(HostLog.NAME) + ")");
        }
    }

    private StartListener listener(int number) {
        return new StartListener() {
            // What this JVM prints is shown to the user.
            @Override
            @SuppressWarnings("SystemOut")
            public void says(String line) {
                System.out.println(line);
            }

            @Override
            public void pulls(String image) {
                send(new HostMessage.Pulls(number, image));
            }
        };
    }

    private void send(HostMessage message) {
        parent.send(Json.line(message));
    }
}
