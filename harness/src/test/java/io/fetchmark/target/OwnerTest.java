package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class OwnerTest {

    @Test
    void labelNamesItsOwner() {
        Owner owner = new Owner("build-7/x", 42, Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(Owner.parse(owner.toString())).contains(owner);
    }

    @Test
    void labelOfAnotherFormNamesNobody() {
        assertThat(Owner.parse("true")).isEmpty();
        assertThat(Owner.parse("host/1/99999999999999999999")).isEmpty();
    }

    @Test
    void thisProcessIsNotGone() {
        assertThat(Owner.self().isGone()).isFalse();
    }

    @Test
    void laterProcessOfTheSameNumberIsAnother() {
        Owner self = Owner.self();
        assertThat(new Owner(self.host(), self.pid(), self.start().minusSeconds(3600)).isGone())
                .isTrue();
    }

    @Test
    void nothingIsKnownOfOtherMachines() {
        assertThat(new Owner("elsewhere", Integer.MAX_VALUE, Instant.EPOCH).isGone())
                .isFalse();
    }
}
