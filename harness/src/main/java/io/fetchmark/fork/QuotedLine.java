package io.fetchmark.fork;

import java.util.regex.Pattern;

/**
 * A line that another program wrote, as it may be shown in the log of a build: short, on one line, and no command to the
 * server that runs the build. Such servers take commands from lines of the log, such as {@code ::error::} (GitHub),
 * {@code ##vso[} (Azure) and {@code ##teamcity[}.
 */
public final class QuotedLine {

    private static final int LONGEST = 500;
    private static final Pattern ESCAPES = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|\u001B.?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069&&[^\t]]");
    private static final Pattern AT_START = Pattern.compile("^(\\s*):(?=:)");
    private static final Pattern ANYWHERE = Pattern.compile("#(?=#)");

    private QuotedLine() {}

    /** That line without colours and control characters, cut to {@value #LONGEST} characters, its commands spoilt. */
    public static String of(String line) {
        String start = line.length() > 2 * LONGEST ? line.substring(0, 2 * LONGEST) : line;
        String plain = UNSEEN.matcher(ESCAPES.matcher(start).replaceAll("")).replaceAll("?");
        String harmless =
                ANYWHERE.matcher(AT_START.matcher(plain).replaceAll("$1: ")).replaceAll("# ");
        return harmless.length() > LONGEST || start.length() < line.length()
                ? harmless.substring(0, Math.min(LONGEST, harmless.length())) + "…"
                : harmless;
    }
}
