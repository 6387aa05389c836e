package io.fetchmark.target;

/** No Docker engine can be used; the message says which one was looked for. */
final class NoEngine extends Exception {

    private static final long serialVersionUID = 1;

    NoEngine(String message, Throwable cause) {
        super(message, cause);
    }
}
