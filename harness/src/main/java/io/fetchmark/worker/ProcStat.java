package io.fetchmark.worker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * The times of each CPU in the text of {@code /proc/stat}, see proc(5): lines such as
 * {@code cpu0 user nice system idle iowait irq softirq steal guest guest_nice}, where user holds guest already.
 */
final class ProcStat {

    /** The unit of the file: 1/100 s wherever Linux runs, whatever its timer does (USER_HZ). */
    private static final long TICK_NANOS = 10_000_000;

    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7);
    private static final int STEAL = 8;

    private final Map<String, long[]> cpus = new HashMap<>();

    ProcStat(String text) {
        text.lines().filter(line -> line.matches("cpu\\d+( +\\d+){8,}.*")).forEach(line -> {
            String[] fields = line.trim().split(" +", -1);
            cpus.put(
                    fields[0],
                    Arrays.stream(fields)
                            .mapToLong(field -> field.startsWith("cpu") ? 0 : Long.parseLong(field))
                            .toArray());
        });
    }

    /** Time in which these CPUs did anything, in nanoseconds; absent if the file does not know one of them. */
    OptionalLong busyNanos(List<Integer> numbers) {
        return sum(
                numbers,
                fields -> BUSY.stream().mapToLong(field -> fields[field]).sum());
    }

    /** Time in which these CPUs wanted to do something and the hypervisor did not let them, in nanoseconds. */
    OptionalLong stealNanos(List<Integer> numbers) {
        return sum(numbers, fields -> fields[STEAL]);
    }

    private OptionalLong sum(List<Integer> numbers, ToLongFunction<long[]> ticks) {
        long sum = 0;
        for (int number : numbers) {
            long[] fields = cpus.get("cpu" + number);
            if (fields == null) {
                return OptionalLong.empty();
            }
            sum += ticks.applyAsLong(fields);
        }
        return OptionalLong.of(sum * TICK_NANOS);
    }
}
