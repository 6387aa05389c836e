package io.fetchmark.verdict;

import io.fetchmark.measure.Units;

/** A number of CPUs in words. */
final class Cpus {

    private Cpus() {}

    /** {@code 1 CPU}, {@code 4 CPUs}. */
    static String words(int number) {
        return Units.count(number) + " " + of(number);
    }

    /** {@code CPU} or {@code CPUs}. */
    static String of(int number) {
        return number == 1 ? "CPU" : "CPUs";
    }
}
