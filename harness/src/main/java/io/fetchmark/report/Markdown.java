package io.fetchmark.report;

/** Foreign text as GitHub's Markdown that shows it as it is, on one line. */
final class Markdown {

    private static final String MARKS = "\\`*[]<>|~&#$";

    private Markdown() {}

    /** The text with every mark escaped; line ends and other control characters become spaces. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                escaped.append(' ');
            } else {
                if (MARKS.indexOf(c) >= 0 || (c == '_' && !(isWord(text, i - 1) && isWord(text, i + 1)))) {
                    escaped.append('\\');
                }
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** An underscore inside a word marks nothing, and names are easier to find without a backslash in them. */
    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
