package io.fetchmark.plan;

import java.net.URI;

/**
 * Something that is already running.
 *
 * @param url its http or https address, without query and fragment; paths of requests are appended
 */
public record UrlSpec(URI url) implements TargetSpec {

    public UrlSpec {
        // First, for the sake of what the other refusal quotes.
        if (url.getUserInfo() != null) {
            throw new InvalidValue("url", "must not hold a user or password, which would reach files and logs");
        }
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new InvalidValue("url", "must be an http or https address such as http://localhost:8080, was " + url);
        }
    }

    @Override
    public String kind() {
        return "url";
    }

    @Override
    public boolean isTls() {
        return "https".equals(url.getScheme());
    }
}
