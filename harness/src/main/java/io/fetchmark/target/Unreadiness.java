package io.fetchmark.target;

import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.result.NetworkPath;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Why a container that was started is not ready in time, and what the user may do.
 *
 * @param port where it listens, in its own network; empty if it matters to no one but its neighbours
 * @param log has its last lines
 */
record Unreadiness(TargetImage image, OptionalInt port, Readiness ready, TargetLog log) {

    private static final String MORE_TIME = ", or give it more time by <ready><timeout>";

    /**
     * What goes on after its name in a sentence.
     *
     * @param ending how it ended; empty if it runs
     * @param wait for it, which is over
     */
    String of(Optional<Ending> ending, ReadyWait wait) {
        return ending.map(this::early).or(wait::obstacle).orElseGet(() -> late(wait)) + log.quote();
    }

    private String early(Ending ending) {
        String remedy = Refusal.ofLastLines(log).remedy();
        return ending
                + (port.isPresent() ? " instead of serving" : " before it was ready")
                + (ending.status() == 0 ? " (its command must stay in the foreground)" : "")
                + (remedy.isEmpty() ? "" : " (" + remedy + ")");
    }

    private String late(ReadyWait wait) {
        String time = Durations.format(ready.timeout());
        // A switch over sealed types needs a newer Java than this library may use.
        if (ready.sign() instanceof ReadySign.Says says && !wait.check().isDue()) {
            return "runs, but has not said a line with " + says.pattern() + " within " + time + ": correct <ready><log>"
                    + MORE_TIME;
        }
        if (ready.sign() instanceof ReadySign.Answers answers) {
            if (wait.check().lastStatus().isPresent()) {
                return "answers " + answers.path() + " with status "
                        + wait.check().lastStatus().getAsInt() + ", and not with 200 to 399 within " + time
                        + ": correct <ready>" + MORE_TIME;
            }
            if (wait.isSilent()) {
                return "takes connections at its port " + wait.port() + ", but has not answered " + answers.path()
                        + " within " + time + ": see whether it hangs, correct <ready> or <port>" + MORE_TIME;
            }
            return unreached("answer", wait, time);
        }
        return unreached("take connections", wait, time);
    }

    private String unreached(String what, ReadyWait wait, String time) {
        return "runs, but does not " + what + " at its port " + wait.port() + " by "
                + wait.paths().stream().map(NetworkPath::toString).collect(Collectors.joining(" or ")) + " within "
                + time + " (" + wait.reasons().map(reasons -> reasons + "; ").orElse("") + exposed()
                + "): correct <port>" + MORE_TIME;
    }

    private String exposed() {
        return image.ports().isEmpty()
                ? "the image does not say which ports it uses"
                : "the image says that it uses " + String.join(", ", image.ports());
    }
}
