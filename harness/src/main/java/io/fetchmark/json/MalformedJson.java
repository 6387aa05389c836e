package io.fetchmark.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text is not the JSON that was asked for; the message says in what. */
public final class MalformedJson extends IOException {

    private static final long serialVersionUID = 1;

    MalformedJson(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
