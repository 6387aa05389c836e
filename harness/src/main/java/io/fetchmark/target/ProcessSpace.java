package io.fetchmark.target;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where a number names one process: a PID namespace of a kernel that is up, else a machine.
 *
 * @param host the name of its machine, for people; several machines and containers may have the same
 * @param id the kernel's name for this boot and the number of the PID namespace; {@value #NONE} where a kernel has neither
 */
record ProcessSpace(String host, String id) {

    static final String NONE = "none";

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    /** That of this process. */
    static ProcessSpace here() {
        return new ProcessSpace(hostName(), ownId());
    }

    /** Whether a process of it would be seen from here by its number. */
    boolean isHere() {
        return id.equals(ownId()) && (!id.equals(NONE) || host.equals(hostName()));
    }

    private static String ownId() {
        if (!Files.exists(BOOT)) {
            return NONE;
        }
        try {
            return Files.readString(BOOT).trim() + "-"
                    + Files.readSymbolicLink(NAMESPACE).toString().replaceAll("\\D", "");
        } catch (IOException e) {
            // Without a name for it, this one is like no other.
            return UUID.randomUUID().toString();
        }
    }

    static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).trim();
        } catch (IOException e) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (IOException unknown) {
                return "localhost";
            }
        }
    }
}
