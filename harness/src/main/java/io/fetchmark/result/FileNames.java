package io.fetchmark.result;

import java.util.List;
import java.util.regex.Pattern;

/** The names of the files of a run, all in one directory, and those for other tools in a folder of it. */
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

    /** Which builds Otava is to look at, and how. */
    public static final String OTAVA_CONFIG = "otava.yaml";
    /** What Bencher takes. */
    public static final String BENCHER = "bencher.json";
    /** What github-action-benchmark takes, as far as less of it is better. */
    public static final String GITHUB_SMALLER = "github-action-benchmark-smaller.json";
    /** The same, as far as more of it is better. */
    public static final String GITHUB_BIGGER = "github-action-benchmark-bigger.json";
    /** A folder with what is meant for other tools: the four above, and {@link #otavaCsv}. */
    public static final String EXPORT = "export";

    /** All of these but the folder. */
    public static final List<String> ALL = List.of(
            RESULT, VERDICT, REPORT, JUNIT, SUMMARY, TARGET_LOG, OTAVA_CONFIG, BENCHER, GITHUB_SMALLER, GITHUB_BIGGER);

    private static final String COMPANION = "-companion-";
    private static final Pattern OTAVA_CSV = Pattern.compile("otava-.+\\.csv");
    private static final Pattern LOG =
            Pattern.compile("(target|candidate-\\d+|baseline-\\d+)(-companion-.*|-compose)?\\.log(\\.1)?");

    private FileNames() {}

    /** What that companion of that target wrote while it ran. */
    public static String companionLog(String target, String companion) {
        return target + COMPANION + companion + ".log";
    }

    /** What Compose said while it started that target. */
    public static String composeLog(String target) {
        return target + "-compose.log";
    }

    /** The file of exported figures of one client in one scenario, one line a build. */
    public static String otavaCsv(String scenario, String client) {
        return "otava-" + scenario + "-" + client + ".csv";
    }

    /** Whether a run, or what follows it, writes a file of that name, which the next one deletes. */
    public static boolean isOfRun(String name) {
        return ALL.contains(name)
                || name.endsWith(".hlog")
                || LOG.matcher(name).matches()
                || OTAVA_CSV.matcher(name).matches();
    }
}
