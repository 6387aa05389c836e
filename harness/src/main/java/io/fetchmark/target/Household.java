package io.fetchmark.target;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * All that one target has at an engine and that goes with it: its container, its companions, their network and volumes.
 * What is of one household has a label of its own, so that several may be there at once. Not for use by several threads
 * at once.
 */
final class Household implements Hold {

    /** The label of what belongs to one target, beside that of the owner. */
    static final String LABEL = "io.fetchmark.target";

    private final Berth berth;
    private final String name;
    private final List<Hold> containers = new ArrayList<>();
    private Optional<String> network = Optional.empty();

    /** One that has nothing yet. */
    Household(Berth berth) {
        this.berth = berth;
        this.name = berth.ownership().freshName();
    }

    /** What all that is in it is labelled with. */
    Map<String, String> labels() {
        return Map.of(Owner.LABEL, berth.ownership().label(), LABEL, name);
    }

    /** What nothing else at the engine is called. */
    String name() {
        return name;
    }

    /** The name at the engine of a thing that its containers call by that name. */
    String nameOf(String thing) {
        return name + "-" + thing;
    }

    /**
     * Gives it a network.
     *
     * @throws TargetFailure if the engine does not make one
     */
    void connect() throws TargetFailure {
        Ownership ownership = berth.ownership();
        ownership.creates(berth.engine().client());
        try {
            network = Optional.of(berth.engine()
                    .client()
                    .createNetworkCmd()
                    .withName(nameOf("network"))
                    .withLabels(labels())
                    .exec()
                    .getId());
        } catch (DockerException e) {
            throw new TargetFailure(
                    "the engine does not make a network for the containers of this run: " + Refusal.explained(e), e);
        } finally {
            ownership.created();
        }
    }

    /** Puts a container that is being made into the network, if there is one, where the others find it by those names. */
    void admit(CreateContainerCmd command, List<String> aliases) {
        network.ifPresent(id -> {
            command.getHostConfig().withNetworkMode(id);
            command.withAliases(aliases);
        });
    }

    /** Counts a container that runs as one of it. */
    void add(String container) {
        containers.add(berth.hold(container, false));
    }

    /** The same of one that may end by itself, its work being done. */
    void addPassing(String container) {
        containers.add(berth.hold(container, true));
    }

    /** What completes with the first of its containers that ends. */
    static CompletableFuture<String> firstOf(CompletableFuture<String> death, List<CompletableFuture<String>> others) {
        CompletableFuture<String> first = death;
        for (CompletableFuture<String> other : others) {
            first = first.applyToEither(other, reason -> reason);
        }
        return first;
    }

    @Override
    public void pause() throws TargetFailure {
        List<Hold> lastFirst = new ArrayList<>(containers);
        Collections.reverse(lastFirst);
        for (Hold container : lastFirst) {
            container.pause();
        }
    }

    @Override
    public void resume() throws TargetFailure {
        for (Hold container : containers) {
            container.resume();
        }
    }

    @Override
    public void remove() {
        new Belongings(berth.engine().client(), LABEL, name::equals).remove();
    }
}
