package io.fetchmark.calibration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was calibrated on the machines that share a file, for example by a common home directory.
 *
 * @param schemaVersion of the file, {@value #SCHEMA_VERSION}
 * @param machines each once
 */
public record Calibration(int schemaVersion, List<MachineCeilings> machines) {

    public static final int SCHEMA_VERSION = 1;

    /** Nothing was calibrated. */
    public static final Calibration NONE = new Calibration(SCHEMA_VERSION, List.of());

    public Calibration {
        machines = List.copyOf(machines);
    }

    /** What was calibrated on that machine. */
    public Optional<MachineCeilings> of(Fingerprint machine) {
        return machines.stream().filter(one -> one.machine().equals(machine)).findFirst();
    }

    /** All that is in here, with newer ceilings of one machine. */
    public Calibration with(Fingerprint machine, List<Ceiling> newer) {
        return with(known(machine).with(newer));
    }

    /** All that is in here, with newer noise of one machine. */
    public Calibration with(Fingerprint machine, Noise newer) {
        return with(known(machine).with(newer));
    }

    private MachineCeilings known(Fingerprint machine) {
        return of(machine).orElseGet(() -> new MachineCeilings(machine, List.of(), Optional.empty()));
    }

    private Calibration with(MachineCeilings own) {
        Stream<MachineCeilings> others =
                machines.stream().filter(one -> !one.machine().equals(own.machine()));
        return new Calibration(
                SCHEMA_VERSION, Stream.concat(others, Stream.of(own)).toList());
    }
}
