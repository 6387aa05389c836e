package io.fetchmark.calibration;

import io.fetchmark.plan.Client;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ceilings of the clients of one machine, each client and version of Java once. */
public record MachineCeilings(Fingerprint machine, List<Ceiling> ceilings) {

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
        return new MachineCeilings(machine, Stream.concat(kept, newer.stream()).toList());
    }
}
