package io.fetchmark;

import com.sun.management.UnixOperatingSystemMXBean;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Scenario;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What this machine gives a client for its connections. What a forked JVM may have is what this one may have.
 *
 * @param openFiles how many files a process may have open; absent where the system does not say
 * @param localPorts how many ports there are to connect from; absent where the system does not say
 */
record ClientResources(OptionalLong openFiles, OptionalLong localPorts) {

    private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** Files that a worker has open beside its connections: the JVM's own, jars, selectors, pipes. */
    private static final long OWN_FILES = 40;

    static ClientResources here() {
        return new ClientResources(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                        : OptionalLong.empty(),
                ports(PORT_RANGE));
    }

    /**
     * Makes sure that the connections that a plan is sure to need can be had.
     *
     * @throws MeasurementException if not; it names the load, what it needs, and what there is
     */
    void check(Plan plan) throws MeasurementException {
        List<String> complaints = new ArrayList<>();
        for (Scenario scenario : plan.scenarios()) {
            long connections = scenario.clients().stream()
                    .mapToLong(client -> connections(scenario, client))
                    .max()
                    .orElse(0);
            check(scenario, connections, plan.workers(), complaints);
        }
        if (!complaints.isEmpty()) {
            throw new MeasurementException(String.join("\n", complaints), null);
        }
    }

    private void check(Scenario scenario, long connections, int workers, List<String> complaints) {
        String load =
                "<scenarios><scenario>[" + scenario.name() + "]<load>: " + connections + " connections at once need ";
        long files = (connections + workers - 1) / workers + OWN_FILES;
        if (connections > 1 && files > openFiles.orElse(Long.MAX_VALUE)) {
            complaints.add(load + "about " + files + " open files in a process, which may have "
                    + openFiles.getAsLong()
                    + " here: raise the limit where the build runs (ulimit -n), or lower the load");
        }
        if (connections > localPorts.orElse(Long.MAX_VALUE)) {
            complaints.add(load + "as many local ports, of which there are " + localPorts.getAsLong()
                    + ": widen net.ipv4.ip_local_port_range, or lower the load");
        }
    }

    /** How many connections it has at once for certain. How many an open load comes to is up to the target. */
    private static long connections(Scenario scenario, Client client) {
        if (client == Client.SEQUENTIAL) {
            return 1;
        }
        if (scenario.load() instanceof Load.Closed closed) {
            return closed.concurrency();
        }
        if (scenario.load() instanceof Load.Ladder ladder && client != Client.THREADS) {
            return ladder.fetches().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
        return 0;
    }

    private static OptionalLong ports(Path range) {
        try {
            String[] bounds = Files.readString(range).trim().split("\\s+", -1);
            return OptionalLong.of(Long.parseLong(bounds[1]) - Long.parseLong(bounds[0]) + 1);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return OptionalLong.empty();
        }
    }
}
