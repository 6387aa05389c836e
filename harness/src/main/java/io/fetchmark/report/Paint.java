package io.fetchmark.report;

import io.fetchmark.verdict.VerdictKind;

/** How a text is marked as good or bad on a console, for example by a colour. Must not change the width of the text. */
@FunctionalInterface
public interface Paint {

    /** No mark at all. */
    Paint NONE = (kind, text) -> text;

    String paint(VerdictKind kind, String text);
}
