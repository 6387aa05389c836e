package io.fetchmark.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which header fields hold what must reach no file and no log. */
final class Secrecy {

    /** More rather than fewer: nobody needs to read a value to know which field is meant. */
    private static final Pattern SECRET = Pattern.compile(
            "auth|cookie|token|secret|passw|key|credential|session|signature", Pattern.CASE_INSENSITIVE);

    private Secrecy() {}

    /** Whether the value of a header field of that name may be a secret. */
    static boolean covers(String name) {
        return SECRET.matcher(name).find();
    }

    /** The value, or words in its place. */
    static String shown(String name, String value) {
        return covers(name) ? "(not shown, as it may be a secret)" : value;
    }

    /** Such variables or fields in the order of their names. */
    static Map<String, String> shown(Map<String, String> named) {
        Map<String, String> shown = new TreeMap<>(named);
        shown.replaceAll(Secrecy::shown);
        return shown;
    }
}
