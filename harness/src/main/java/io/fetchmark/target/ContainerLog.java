package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import io.fetchmark.fork.LineSplitter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a container says, passed on by its engine, line by line, to a log. Testcontainers would keep a line that does not
 * end, and all that was said, in memory.
 */
final class ContainerLog extends ResultCallback.Adapter<Frame> {

    private static final long COPY_SECONDS = 30;

    private final Consumer<String> lines;
    private final Map<StreamType, LineSplitter> streams = new EnumMap<>(StreamType.class);

    private ContainerLog(Consumer<String> lines) {
        this.lines = line -> {
            if (!line.isEmpty()) {
                lines.accept(line);
            }
        };
    }

    /** Passes on what the container has said and will say, by a thread of the client's, until it ends. */
    static void follow(DockerClient docker, String container, TargetLog log) {
        ask(docker, container).withFollowStream(true).exec(new ContainerLog(log::add));
    }

    /** Puts what the container has said until now in the place of what the log has; returns when that is done. */
    static void copy(DockerClient docker, String container, TargetLog log) {
        log.clear();
        if (!isRead(ask(docker, container), log::add)) {
            log.add("(the engine has not told the rest within " + COPY_SECONDS + " s)");
        }
    }

    /** Reads what a container that has ended has said on its standard output; returns when that is done. */
    static void read(DockerClient docker, String container, Consumer<String> lines) {
        boolean unused = isRead(ask(docker, container).withStdErr(false), lines);
    }

    private static boolean isRead(LogContainerCmd asked, Consumer<String> lines) {
        try {
            return asked.exec(new ContainerLog(lines)).awaitCompletion(COPY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static LogContainerCmd ask(DockerClient docker, String container) {
        return docker.logContainerCmd(container).withStdOut(true).withStdErr(true);
    }

    @Override
    public void onNext(Frame frame) {
        byte[] bytes = frame.getPayload();
        streams.computeIfAbsent(frame.getStreamType(), any -> new LineSplitter(lines))
                .take(bytes, 0, bytes.length);
    }

    @Override
    public void onComplete() {
        streams.values().forEach(LineSplitter::end);
        super.onComplete();
    }
}
