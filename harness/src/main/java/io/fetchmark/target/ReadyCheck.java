package io.fetchmark.target;

import io.fetchmark.plan.ReadySign;
import io.fetchmark.result.NetworkPath;
import java.util.Map;
import java.util.OptionalInt;

/** The question whether a container is ready, asked on the ways to it. One belongs to one start of one container. */
interface ReadyCheck {

    /** Whether it is worth asking by now. For a container without a port this is the whole question. */
    default boolean isDue() {
        return true;
    }

    /** Whether what is at the end of that way is ready. */
    boolean passes(Candidate way) throws InterruptedException;

    /** The last status of HTTP that was answered, right or not; empty if there was none. */
    default OptionalInt lastStatus() {
        return OptionalInt.empty();
    }

    /** Why the last question got no answer, on the ways where it got none. */
    Map<NetworkPath, CheckFailure> failures();

    /** The question after that sign. */
    static ReadyCheck of(ReadySign sign, TargetLog log) {
        // A switch over sealed types needs a newer Java than this library may use.
        if (sign instanceof ReadySign.Answers answers) {
            return new PathCheck(Probe.of(answers));
        }
        return sign instanceof ReadySign.Says says ? new LogCheck(log, says) : new PortCheck();
    }
}
