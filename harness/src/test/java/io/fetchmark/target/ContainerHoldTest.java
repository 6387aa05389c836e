package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PauseContainerCmd;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** An engine gives up freezing a container if the machine is busy; asked again, it mostly succeeds. */
final class ContainerHoldTest {

    private int asked;

    @Test
    void aPauseIsTriedAgainIfTheKernelCouldNotFreezeAllYet() throws Exception {
        new ContainerHold(engine(2, "OCI runtime pause failed: unable to freeze: unknown"), "any", false).pause();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void aKernelThatNeverFreezesAllIsTold() {
        ContainerHold hold = new ContainerHold(engine(99, "unable to freeze"), "any", false);
        assertThatThrownBy(hold::pause).isInstanceOf(TargetFailure.class).hasMessageContaining("unable to freeze");
        assertThat(asked).isEqualTo(5);
    }

    @Test
    void anotherFailureIsNotTriedAgain() {
        ContainerHold hold = new ContainerHold(engine(99, "is not running"), "any", false);
        assertThatThrownBy(hold::pause).isInstanceOf(TargetFailure.class).hasMessageContaining("is not running");
        assertThat(asked).isEqualTo(1);
    }

    /** An engine that fails to pause so many times, and then does. */
    private Engine engine(int failures, String reason) {
        PauseContainerCmd command = proxy(PauseContainerCmd.class, () -> {
            if (++asked <= failures) {
                throw new InternalServerErrorException(reason);
            }
        });
        DockerClient client = (DockerClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DockerClient.class}, (self, method, arguments) -> command);
        return new Engine(client, URI.create("unix:///any"), "1", true, true, true);
    }

    private static <T> T proxy(Class<T> type, Runnable call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    call.run();
                    return null;
                }));
    }
}
