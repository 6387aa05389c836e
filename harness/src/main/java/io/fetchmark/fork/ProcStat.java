package io.fetchmark.fork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * The times of each CPU in the text of {@code /proc/stat}, see proc(5): lines such as
 * {@code cpu0 user nice system idle iowait irq softirq steal guest guest_nice}, where user holds guest already.
 */
public final class ProcStat {

    /** The unit of the file: 1/100 s wherever Linux runs, whatever its timer does (USER_HZ). */
    private static final long TICK_NANOS = 10_000_000;

    private static final Pattern LINE = Pattern.compile("cpu\\d+( +\\d{1,18}){8,}.*");
    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7);
    private static final int STEAL = 8;

    private final Map<Integer, long[]> cpus = new TreeMap<>();

    ProcStat(String text) {
        // The lines of CPUs come first; what follows may be long.
        text.lines()
                .takeWhile(line -> line.startsWith("cpu"))
                .filter(line -> LINE.matcher(line).matches())
                .forEach(line -> {
                    String[] fields = line.trim().split(" +", -1);
                    cpus.put(
                            Integer.parseInt(fields[0].substring("cpu".length())),
                            Arrays.stream(fields)
                                    .mapToLong(field -> field.startsWith("cpu") ? 0 : Long.parseLong(field))
                                    .toArray());
                });
    }

    /** The times of this machine's CPUs until now; those of none where the system is not Linux. */
    public static ProcStat read() {
        try {
            return new ProcStat(Files.readString(Path.of("/proc/stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new ProcStat("");
        }
    }

    /** The CPUs that the file knows, by number, ascending. */
    public List<Integer> cpus() {
        return List.copyOf(cpus.keySet());
    }

    /** Time in which these CPUs did anything, in nanoseconds; absent if the file does not know one of them. */
    public OptionalLong busyNanos(List<Integer> numbers) {
        return sum(
                numbers,
                fields -> BUSY.stream().mapToLong(field -> fields[field]).sum());
    }

    /** Time in which these CPUs wanted to do something and the hypervisor did not let them, in nanoseconds. */
    public OptionalLong stealNanos(List<Integer> numbers) {
        return sum(numbers, fields -> fields[STEAL]);
    }

    private OptionalLong sum(List<Integer> numbers, ToLongFunction<long[]> ticks) {
        long sum = 0;
        for (int number : numbers) {
            long[] fields = cpus.get(number);
            if (fields == null) {
                return OptionalLong.empty();
            }
            sum += ticks.applyAsLong(fields);
        }
        return OptionalLong.of(sum * TICK_NANOS);
    }
}
