package io.fetchmark;

import org.jspecify.annotations.Nullable;

/** A plan could not be measured; the message says why and what can be done. */
public final class MeasurementException extends Exception {

    private static final long serialVersionUID = 1;

    MeasurementException(@Nullable String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
