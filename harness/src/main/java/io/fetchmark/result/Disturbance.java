package io.fetchmark.result;

import io.fetchmark.measure.Stalls;

/**
 * What kept client or target from running within the measured time, and what was measured when nothing did.
 *
 * @param seconds how long the disturbed slices were together, with those in which its effects ran on
 * @param stalls when the client stood still in them
 * @param clientShare what others and the hypervisor had of the client's CPUs in them, 0 to 1; as far as that is known, and
 *     not of the target itself
 * @param targetShare the same of the target's CPUs
 * @param takenShare the share of the whole measured time that was taken from client or target in one of these ways, 0 to 1
 * @param mostDelayNanos the longest that this can have delayed an exchange
 * @param timeouts exchanges that a stall of the client may have brought beyond their time limit
 * @param dropped arrivals that a stall of the client may have brought beyond it
 * @param undisturbed what was measured in the other slices
 */
public record Disturbance(
        double seconds,
        Stalls stalls,
        double clientShare,
        double targetShare,
        double takenShare,
        long mostDelayNanos,
        long timeouts,
        long dropped,
        Undisturbed undisturbed) {

    public Disturbance {
        if (mostDelayNanos < 0 || timeouts < 0 || dropped < 0 || !(takenShare >= 0 && takenShare <= 1)) {
            throw new IllegalArgumentException("no disturbance takes " + takenShare + " of the time, delays by "
                    + mostDelayNanos + " ns, or loses " + timeouts + " and " + dropped + " exchanges");
        }
    }

    /** Whether the client did it to itself, by its heap or its load, more than the machine did. */
    public boolean isOwnDoing() {
        double own = (stalls.collectorNanos() + stalls.ownLoadNanos()) / 1e9;
        double ofMachine = stalls.ofMachineNanos() / 1e9;
        return own > Math.max(ofMachine, Math.max(clientShare, targetShare) * seconds);
    }
}
