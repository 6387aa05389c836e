package io.fetchmark.result;

import java.util.List;
import java.util.regex.Pattern;

/** The names of the files of a run, all in one directory. */
public final class FileNames {

    /** What was measured: {@link ResultFile}. */
    public static final String RESULT = "result.json";
    /** What it is worth. */
    public static final String VERDICT = "verdict.json";
    /** One page that needs nothing else. */
    public static final String REPORT = "report.html";
    /** The findings as test cases. */
    public static final String JUNIT = "junit.xml";
    /** A few lines for the summary of a CI job. */
    public static final String SUMMARY = "summary.md";

    /** What the target wrote while it ran; those of a comparison are called after their side and start. */
    public static final String TARGET_LOG = "target.log";

    /** All of these. */
    public static final List<String> ALL = List.of(RESULT, VERDICT, REPORT, JUNIT, SUMMARY, TARGET_LOG);

    private static final String COMPANION = "-companion-";
    private static final Pattern LOG = Pattern.compile("(target|candidate-\\d+|baseline-\\d+)(-companion-.*)?\\.log");

    private FileNames() {}

    /** What that companion of that target wrote while it ran. */
    public static String companionLog(String target, String companion) {
        return target + COMPANION + companion + ".log";
    }

    /** Whether a run writes a file of that name, which the next one deletes. */
    public static boolean isOfRun(String name) {
        return ALL.contains(name) || name.endsWith(".hlog") || LOG.matcher(name).matches();
    }
}
