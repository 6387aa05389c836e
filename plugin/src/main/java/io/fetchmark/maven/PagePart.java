package io.fetchmark.maven;

import java.util.regex.Pattern;

/**
 * A part of a page that may stand beside others of its kind: its ids, and what refers to them, start with a name of its
 * own.
 *
 * @param html the part, whose ids start with {@code fmk-}
 */
record PagePart(String html) {

    private static final Pattern REFERENCE = Pattern.compile("(?<= )(?:id|aria-labelledby|href|clip-path)=\"[^\"]*\"");
    private static final Pattern ID = Pattern.compile("(?<=[\" #])fmk-");

    /** The part with its ids led by that name. */
    String of(ExecutionName name) {
        // A dot or a letter means nothing in an id, so the name can stay as it is.
        return REFERENCE
                .matcher(html)
                .replaceAll(found -> ID.matcher(found.group()).replaceAll("fmk-" + name + "-"));
    }
}
