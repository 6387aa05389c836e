package io.fetchmark.target;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import io.fetchmark.plan.MemorySize;
import java.util.Optional;

/**
 * How a container ended, as it goes on after its name in a sentence.
 *
 * @param status the exit status of its command
 * @param outOfMemory whether the kernel killed one of its processes for want of memory
 * @param memory the most memory that it might use; empty if it might use all there was
 */
record Ending(long status, boolean outOfMemory, Optional<MemorySize> memory) {

    private static final int KILLED = 128 + 9;

    /** How that container ended; empty if it has not. */
    static Optional<Ending> of(InspectContainerResponse container) {
        ContainerState state = container.getState();
        if (Boolean.TRUE.equals(state.getRunning()) || state.getExitCodeLong() == null) {
            return Optional.empty();
        }
        Optional<MemorySize> memory = Optional.ofNullable(container.getHostConfig())
                .map(config -> config.getMemory())
                .filter(bytes -> bytes >= MemorySize.LEAST)
                .map(MemorySize::new);
        return Optional.of(new Ending(state.getExitCodeLong(), Boolean.TRUE.equals(state.getOOMKilled()), memory));
    }

    /** Whether it was killed and nothing says why. That the memory ran out may come to the engine a little later. */
    boolean isUnexplainedKill() {
        return status == KILLED && !outOfMemory;
    }

    @Override
    public String toString() {
        String end = "ended with exit status " + status;
        if (!outOfMemory) {
            return end;
        }
        return memory.map(most -> "needed more memory than it may use, " + most
                                + " (give it more by <memory>, or let its program use less), and ")
                        .orElse("was killed as the machine ran out of memory, and ")
                + end;
    }
}
