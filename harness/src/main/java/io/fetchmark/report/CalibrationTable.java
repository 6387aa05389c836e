package io.fetchmark.report;

import io.fetchmark.calibration.Ceiling;
import io.fetchmark.measure.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ceilings as a table for a console, in ASCII and at most 100 columns. */
public final class CalibrationTable {

    private static final String ROW = "  %-15s  %5s  %9s  %14s  %20s  %20s";

    private CalibrationTable() {}

    /** The lines of the table, without line ends. */
    public static List<String> lines(List<Ceiling> ceilings) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                ROW,
                "client",
                "Java",
                "in flight",
                "ceiling",
                "client CPU a request",
                "of the client's CPUs"));
        for (Ceiling ceiling : ceilings) {
            lines.add(String.format(
                    Locale.ROOT,
                    ROW,
                    ceiling.client().label(),
                    ceiling.jdk(),
                    Units.count(ceiling.concurrency()),
                    Units.rate(ceiling.requestsPerSecond()),
                    Units.time(ceiling.cpuNanosPerRequest()),
                    Units.share(ceiling.cpuShare())));
        }
        return lines;
    }
}
