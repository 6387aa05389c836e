package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;

/** The grip on a container, by its engine: a paused one is frozen by the kernel. */
record ContainerHold(DockerClient engine, String id) implements Hold {

    @Override
    public void pause() throws TargetFailure {
        ask("pause", () -> engine.pauseContainerCmd(id).exec());
    }

    @Override
    public void resume() throws TargetFailure {
        ask("resume", () -> engine.unpauseContainerCmd(id).exec());
    }

    @Override
    public void remove() throws TargetFailure {
        ask("remove", () -> {
            try {
                engine.removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            } catch (NotFoundException e) {
                // It is gone already.
            }
        });
    }

    private static void ask(String what, Runnable command) throws TargetFailure {
        try {
            command.run();
        } catch (DockerException e) {
            throw new TargetFailure(
                    "the engine does not " + what + " the container: "
                            + String.valueOf(e.getMessage()).strip(),
                    e);
        }
    }
}
