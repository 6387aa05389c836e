package io.fetchmark.http1;

/** How far a response has been decoded. */
public enum Decoding {
    /** More bytes are needed. */
    MORE,
    /** The response has ended. */
    COMPLETE,
    /** What came is not a response, or one that has no business here; nothing that follows can be understood. */
    MALFORMED
}
