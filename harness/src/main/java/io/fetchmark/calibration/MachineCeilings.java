package io.fetchmark.calibration;

import io.fetchmark.plan.Client;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one machine.
 *
 * @param ceilings of the clients, each client and version of Java once
 * @param noise how much equal targets differ here; absent if that was not measured
 */
public record MachineCeilings(Fingerprint machine, List<Ceiling> ceilings, Optional<Noise> noise) {

    public MachineCeilings {
        ceilings = List.copyOf(ceilings);
    }

    Optional<Ceiling> find(Client client, int jdk) {
        return ceilings.stream().filter(one -> one.isOf(client, jdk)).findFirst();
    }

    /** These, and the newer ones in the place of older ones of the same client and Java. */
    MachineCeilings with(List<Ceiling> newer) {
        Stream<Ceiling> kept =
                ceilings.stream().filter(old -> newer.stream().noneMatch(one -> one.isOf(old.client(), old.jdk())));
        return new MachineCeilings(machine, Stream.concat(kept, newer.stream()).toList(), noise);
    }

    /** These, with newer noise. */
    MachineCeilings with(Noise newer) {
        return new MachineCeilings(machine, ceilings, Optional.of(newer));
    }
}
