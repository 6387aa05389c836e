package io.fetchmark.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a refusal, which quotes what it refuses, with words in the place of what may be a secret. */
public final class RefusalText {

    private static final String NOT_SHOWN = "(not shown)";
    /** What comes before the value that is quoted. */
    private static final String WAS = ", was ";

    private static final Pattern USER_OF_ADDRESS = Pattern.compile("//\\S*@");
    /** Up to the last such sign, as a password may hold any. */
    private static final Pattern USER_OF_VALUE = Pattern.compile("//.*@", Pattern.DOTALL);

    /** As in the name of an image; neither a digest nor an execution of a goal is one. */
    private static final Pattern USER = Pattern.compile("(?<!mvn )(?<![^\\s\\[,])[^\\s/:@]+:[^\\s/@]+@(?!sha\\d)");
    /** A name and its value: of a query, an option, a flag or a field. */
    private static final Pattern NAMED =
            Pattern.compile("([\\w.-]+)(=|\"?:\\s+|\"\\s*:\\s*)(?=\\S)|(-[\\w.-]+)\\s+(?=\\S)");

    private RefusalText() {}

    /**
     * That text, with nothing in it of users and passwords in addresses, nor of the value that is quoted after a name that
     * secrets go by.
     */
    public static String of(String text) {
        int was = text.indexOf(WAS);
        String value = was < 0 ? "" : text.substring(was + WAS.length());
        String before = text.substring(0, text.length() - value.length());
        return withoutUsers(USER_OF_ADDRESS, before) + withoutNamed(withoutUsers(USER_OF_VALUE, value));
    }

    private static String withoutUsers(Pattern ofAddress, String text) {
        String rest = ofAddress.matcher(text).replaceAll("//" + NOT_SHOWN + "@");
        return USER.matcher(rest).replaceAll(NOT_SHOWN + "@");
    }

    private static String withoutNamed(String value) {
        Matcher named = NAMED.matcher(value);
        while (named.find()) {
            String name = named.group(1) == null ? named.group(3) : named.group(1);
            if (Secrecy.covers(name)) {
                // Nobody knows where it ends.
                return value.substring(0, named.end()) + NOT_SHOWN;
            }
        }
        return value;
    }
}
