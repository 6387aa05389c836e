package io.fetchmark.worker;

/** A worker could not measure; the message says why, with the last lines of its log. */
public final class WorkerFailure extends Exception {

    private static final long serialVersionUID = 1;

    WorkerFailure(String message) {
        super(message);
    }

    WorkerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
