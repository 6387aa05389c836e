package io.fetchmark.fork;

import java.util.regex.Pattern;

/** Kinds of options of a JVM that are at odds with others of their kind. */
enum OptionKind {
    /** Which garbage collector; two are an error. */
    COLLECTOR("-XX:[+-]Use(Serial|Parallel|ParallelOld|ParNew|ConcMarkSweep|G1|Z|Shenandoah|Epsilon)GC"),
    /** How much memory; an initial heap above the largest one is an error. */
    HEAP("-Xm[xsn].*"
            + "|-XX:(Max|Initial|Min|SoftMax)HeapSize=.*"
            + "|-XX:(Max|Initial|Min)RAM(Percentage|Fraction)=.*"
            + "|-XX:(Max)?NewSize=.*"),
    /** Where loaded classes are kept; some of these are an error beside others. */
    CLASS_ARCHIVE("-Xshare:.*|-XX:SharedArchiveFile=.*|-XX:ArchiveClassesAtExit=.*|-XX:AOT.*"
            + "|-XX:[+-]AutoCreateSharedArchive"),
    /** A port that only one JVM can have. */
    PORT("-agentlib:jdwp.*|-Xrunjdwp.*|-Xdebug|-Dcom\\.sun\\.management\\.jmxremote\\.(rmi\\.)?port=.*"),
    OTHER(".*");

    private final Pattern options;

    OptionKind(String options) {
        this.options = Pattern.compile(options, Pattern.DOTALL);
    }

    static OptionKind of(String option) {
        for (OptionKind kind : values()) {
            if (kind.options.matcher(option).matches()) {
                return kind;
            }
        }
        return OTHER;
    }

    /** Whether the environment may set it for a JVM that measures. */
    boolean isPassedOn() {
        return this == OTHER;
    }
}
