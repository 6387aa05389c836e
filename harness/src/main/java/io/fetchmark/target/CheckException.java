package io.fetchmark.target;

import java.io.IOException;

/** A check got no answer of HTTP. */
final class CheckException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient CheckFailure failure;

    CheckException(CheckFailure failure, Throwable cause) {
        super(failure.words(), cause);
        this.failure = failure;
    }

    CheckFailure failure() {
        return failure;
    }
}
