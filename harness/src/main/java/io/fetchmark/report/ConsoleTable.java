package io.fetchmark.report;

import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Verdict;
import java.util.List;

/** The findings as a table for a console of 100 columns, and below it in words what is not a pass. */
public final class ConsoleTable {

    private ConsoleTable() {}

    /** The lines of the table, without line ends. */
    public static List<String> lines(RunResult result, Verdict verdict, Paint paint) {
        return List.of(paint.paint(verdict.kind(), result.results().size() + " results: " + verdict.kind()));
    }
}
