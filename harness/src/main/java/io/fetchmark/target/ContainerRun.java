package io.fetchmark.target;

import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.Durations;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.result.NetworkPath;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One start of one container, the target's or a companion's.
 *
 * @param name in messages
 * @param port where it listens, in its own network; empty if it matters to no one but its neighbours
 */
record ContainerRun(
        String name, Berth berth, TargetImage image, ContainerSetup setup, OptionalInt port, Readiness ready) {

    private static final String MORE_TIME = ", or give it more time by <ready><timeout>";

    /**
     * Starts it in a household and waits until it is ready.
     *
     * @param aliases by which its neighbours find it
     * @param fitting what is still to be done to the container before it is made
     * @throws TargetFailure if it is not in time, with its last lines; it is removed then
     */
    OwnedContainer start(Household household, List<String> aliases, Consumer<OwnedContainer> fitting)
            throws TargetFailure {
        List<NetworkPath> paths = port.isPresent() ? berth.apart(name) : List.of();
        ReadyWait wait =
                new ReadyWait(ReadyCheck.of(ready.sign(), berth.log()), paths, port.orElse(0), ready.timeout());
        OwnedContainer container = new OwnedContainer(berth, image, wait).given(setup, household, aliases);
        fitting.accept(container);
        if (!berth.runs(container, name)) {
            throw new TargetFailure("the container of " + name + " "
                    + container.ending().map(this::early).orElseGet(() -> late(wait))
                    + berth.log().quote());
        }
        household.add(container);
        return container;
    }

    private String early(Ending ending) {
        String remedy = Refusal.ofLastLines(berth.log()).remedy();
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
            return silent("answer", wait, time);
        }
        return silent("take connections", wait, time);
    }

    private String silent(String what, ReadyWait wait, String time) {
        return "runs, but does not " + what + " at its port " + wait.port() + " by "
                + wait.paths().stream().map(NetworkPath::toString).collect(Collectors.joining(" or ")) + " within "
                + time + " (" + exposed() + "): correct <port>" + MORE_TIME;
    }

    private String exposed() {
        return image.ports().isEmpty()
                ? "the image does not say which ports it uses"
                : "the image says that it uses " + String.join(", ", image.ports());
    }
}
