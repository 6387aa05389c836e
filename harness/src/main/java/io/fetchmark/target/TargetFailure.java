package io.fetchmark.target;

import org.jspecify.annotations.Nullable;

/** A target could not be started; the message says why and what to do, and may quote the target's log over some lines. */
public final class TargetFailure extends Exception {

    private static final long serialVersionUID = 1;

    public TargetFailure(String message) {
        this(message, null);
    }

    public TargetFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
