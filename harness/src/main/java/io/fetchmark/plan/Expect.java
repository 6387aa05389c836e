package io.fetchmark.plan;

/**
 * What a response must be to count as a success.
 *
 * @param status the HTTP status code, 100 to 599
 * @param contains a text that the body, read as UTF-8, must contain; empty if anything will do
 */
public record Expect(int status, String contains) {

    /** Status 200 with any body. */
    public static final Expect OK = new Expect(200, "");

    public Expect {
        if (status < 100 || status > 599) {
            throw new InvalidValue("status", "must be from 100 to 599, was " + status);
        }
    }
}
