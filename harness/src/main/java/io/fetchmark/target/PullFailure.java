package io.fetchmark.target;

import java.util.List;
import java.util.regex.Pattern;

/** Why an image could not be pulled, as far as the words of the engine tell. */
enum PullFailure {
    /** The registry answers, and has no such image or does not show it to this user. */
    REFUSED(
            "the registry has no such image, or not for this user (see docker login)",
            "not found|manifest unknown|does not exist|denied|unauthorized|no basic auth"),
    /** The registry does not answer the engine. */
    UNREACHABLE(
            "the engine does not reach the registry, so the image must be brought here by docker load or docker build",
            "dial tcp|no such host|connection refused|connection reset|i/o timeout|timeout exceeded|deadline exceeded"
                    + "|no end within|proxyconnect|tls handshake|tls: |x509: |server gave http response"),
    /** There is no room for it. */
    DISK_FULL(Refusal.DISK_FULL.remedy(), "no space left on device|disk quota exceeded"),
    /** Something else. */
    OTHER("put right what the engine says", "");

    private final String meaning;
    private final Pattern signs;

    PullFailure(String meaning, String signs) {
        this.meaning = meaning;
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
    }

    /** What the engine's reason stands for. A registry that is not reached goes first: its host may be not found. */
    static PullFailure of(String reason) {
        return List.of(DISK_FULL, UNREACHABLE, REFUSED, OTHER).stream()
                .filter(failure -> failure.signs.matcher(reason).find())
                .findFirst()
                .orElse(OTHER);
    }

    /** What it means for the user, without a full stop. */
    String meaning() {
        return meaning;
    }
}
