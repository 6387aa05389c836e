package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.MemorySize;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EndingTest {

    @Test
    void saysWhoseMemoryWasTooLittle() {
        Optional<MemorySize> memory = Optional.of(MemorySize.parse("64m"));
        assertThat(new Ending(1, false, memory)).hasToString("ended with exit status 1");
        assertThat(new Ending(137, true, memory))
                .hasToString("needed more memory than it may use, 64m (give it more by <memory>, or let its program use"
                        + " less), and ended with exit status 137");
        assertThat(new Ending(137, true, Optional.empty()))
                .hasToString("was killed as the machine ran out of memory, and ended with exit status 137");
    }
}
