package io.fetchmark.http1;

import java.nio.ByteBuffer;

/** Takes the body of a response, part by part, without its chunked coding. */
@FunctionalInterface
public interface BodySink {

    /** Throws all bodies away. */
    BodySink NONE = part -> {};

    /**
     * The next part of the body: the bytes between position and limit, only until this returns.
     *
     * @param part what is left of its position does not matter; the limit is not to be changed
     */
    void accept(ByteBuffer part);
}
