package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OwnerTest {

    private static final ProcessSpace HERE = ProcessSpace.here();

    @Test
    void labelNamesItsOwner() {
        Owner owner = new Owner(new ProcessSpace("build-7/x", "f3-1"), 42, Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(Owner.parse(owner.toString())).contains(owner);
        assertThat(Owner.parse(Owner.self().toString()).orElseThrow().isGone()).isFalse();
    }

    @Test
    void labelOfAnotherFormNamesNobody() {
        assertThat(Owner.parse("true")).isEmpty();
        assertThat(Owner.parse("host/1/2")).isEmpty();
        assertThat(Owner.parse("host/1/99999999999999999999/x")).isEmpty();
    }

    @Test
    void thisProcessIsNotGone() {
        assertThat(Owner.self().isGone()).isFalse();
    }

    @Test
    void laterProcessOfTheSameNumberIsAnother() {
        Owner self = Owner.self();
        assertThat(new Owner(HERE, self.pid(), self.start().minusSeconds(3600)).isGone())
                .isTrue();
    }

    @Test
    void nothingIsKnownOfAnotherBootOrPidNamespaceOfTheSameHostName() {
        for (String other : List.of(HERE.id() + "1", ProcessSpace.NONE, "0f-4026531836")) {
            assertThat(new Owner(new ProcessSpace(HERE.host(), other), Integer.MAX_VALUE, Instant.EPOCH).isGone())
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void aContainerOfTheSameHostNameIsAnotherSpace() throws Exception {
        assumeThat(Docker.succeeds("unshare", "--pid", "--fork", "true"))
                .as("SKIPPED: only root on Linux makes PID namespaces")
                .isTrue();
        String inside = Docker.run("unshare", "--pid", "--fork", "--mount-proc", "readlink", "/proc/self/ns/pid");
        assertThat(HERE.id()).doesNotEndWith("-" + inside.replaceAll("\\D", ""));
    }
}
