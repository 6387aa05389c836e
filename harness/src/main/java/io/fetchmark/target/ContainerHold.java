package io.fetchmark.target;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;

/**
 * The grip on a container, by its engine: a paused one is frozen by the kernel, if the engine can have that done.
 *
 * @param mayEnd whether it may have ended by itself, so that there is nothing to pause any more
 */
record ContainerHold(Engine engine, String id, boolean mayEnd) implements Hold {

    private static final int TRIES = 5;
    private static final String NOT_YET = "unable to freeze";

    @Override
    public void pause() throws TargetFailure {
        if (engine.confines()) {
            ask("pause", () -> pause(TRIES));
        }
    }

    /** The kernel of a busy machine may not have frozen all processes when the engine gives up; then none is frozen. */
    private void pause(int tries) {
        try {
            engine.client().pauseContainerCmd(id).exec();
        } catch (DockerException e) {
            if (tries == 1 || !String.valueOf(e.getMessage()).contains(NOT_YET)) {
                throw e;
            }
            pause(tries - 1);
        }
    }

    @Override
    public void resume() throws TargetFailure {
        if (engine.confines()) {
            ask("resume", () -> engine.client().unpauseContainerCmd(id).exec());
        }
    }

    @Override
    public void remove() throws TargetFailure {
        ask("remove", () -> {
            try {
                engine.client()
                        .removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException e) {
                // It is gone already.
            }
        });
    }

    private void ask(String what, Runnable command) throws TargetFailure {
        try {
            command.run();
        } catch (DockerException e) {
            if (mayEnd && hasEnded()) {
                return;
            }
            throw new TargetFailure(
                    "the engine does not " + what + " the container: "
                            + String.valueOf(e.getMessage()).strip(),
                    e);
        }
    }

    private boolean hasEnded() {
        return !Boolean.TRUE.equals(
                engine.client().inspectContainerCmd(id).exec().getState().getRunning());
    }
}
