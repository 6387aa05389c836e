package io.fetchmark.maven.pom;

/** A yes or no as a POM has it. */
final class Flag {

    private Flag() {}

    static boolean read(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false, was " + text);
        }
        return Boolean.parseBoolean(text);
    }
}
