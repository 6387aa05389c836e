package io.fetchmark.maven.pom;

import java.util.List;

/** Says all that is wrong with a configuration, each with its element, what is allowed, and what it was. */
public final class InvalidPom extends Exception {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    InvalidPom(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " values are wrong:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Says one thing that is wrong: where, what is allowed, and what it was. */
    public static InvalidPom of(String problem) {
        return new InvalidPom(List.of(problem));
    }

    /** Says that the value of {@code -Dfetchmark.<property>} is wrong, and why. */
    public static InvalidPom ofProperty(String property, String reason) {
        return new InvalidPom(List.of("-Dfetchmark." + property + ": " + reason));
    }

    /** One sentence for each wrong value, in the order of the POM. */
    public List<String> problems() {
        return problems;
    }
}
