package io.fetchmark.plan;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of its machine a container may use.
 *
 * @param cpus how much CPU time it may use, in CPUs, at least 0.01; all there is if absent
 * @param cpuset the CPUs that it is held to, by number, for example {@code 0,2-3}; left to Fetchmark if absent
 * @param memory how much memory it may use, without any swap; all there is if absent
 */
public record Resources(OptionalDouble cpus, Optional<String> cpuset, Optional<MemorySize> memory) {

    public static final double LEAST_CPUS = 0.01;

    /** All there is. */
    public static final Resources ALL = atMost(OptionalDouble.empty(), Optional.empty());

    private static final int LAST_CPU = 8191;
    private static final Pattern LIST = Pattern.compile("\\d{1,4}(-\\d{1,4})?(,\\d{1,4}(-\\d{1,4})?)*");
    private static final Pattern PART = Pattern.compile("(\\d+)(?:-(\\d+))?");

    public Resources {
        if (cpus.isPresent() && !(cpus.getAsDouble() >= LEAST_CPUS && Double.isFinite(cpus.getAsDouble()))) {
            throw new InvalidValue("cpus", "must be at least " + LEAST_CPUS + ", was " + cpus.getAsDouble());
        }
        cpuset.ifPresent(Resources::checkList);
    }

    private static void checkList(String list) {
        boolean right = LIST.matcher(list).matches();
        Matcher part = PART.matcher(list);
        while (right && part.find()) {
            int first = Integer.parseInt(part.group(1));
            int last = part.group(2) == null ? first : Integer.parseInt(part.group(2));
            right = first <= last && last <= LAST_CPU;
        }
        if (!right) {
            throw new InvalidValue("cpuset", "must be numbers of CPUs such as 1 or 0,2-3, was " + list);
        }
    }

    /** At most so much CPU time and memory. */
    public static Resources atMost(OptionalDouble cpus, Optional<MemorySize> memory) {
        return new Resources(cpus, Optional.empty(), memory);
    }

    /** The same on these CPUs alone. */
    public Resources on(String newCpuset) {
        return new Resources(cpus, Optional.of(newCpuset), memory);
    }
}
