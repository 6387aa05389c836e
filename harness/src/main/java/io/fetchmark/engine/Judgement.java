package io.fetchmark.engine;

import io.fetchmark.http1.BodySink;
import io.fetchmark.measure.Outcome;
import java.nio.ByteBuffer;

/** Judges a response as it comes in, and then the next, keeping nothing of them. Called by one thread at a time. */
final class Judgement implements BodySink {

    /** Why a text may not be found that is there. */
    static final String ENCODED =
            "the body has a Content-Encoding, and <contains> is looked for in its bytes as they come";

    private final int status;
    private final Needle needle;
    private int matched;

    Judgement(int status, Needle needle) {
        this.status = status;
        this.needle = needle;
    }

    /** Makes ready for the next response. */
    void reset() {
        matched = 0;
    }

    @Override
    public void accept(ByteBuffer part) {
        matched = needle.search(part, matched);
    }

    /** What a complete response with that status code is worth. */
    Outcome outcome(int actual) {
        if (actual != status) {
            return Outcome.STATUS;
        }
        return needle.found(matched) ? Outcome.OK : Outcome.EXPECTATION;
    }
}
