package io.fetchmark.maven.pom;

import io.fetchmark.plan.RefusalText;
import java.util.List;

/** Says all that is wrong with a configuration, each with its element, what is allowed, and what it was. */
public final class InvalidPom extends Exception {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    /** @param problems what may be a secret is taken out of each */
    InvalidPom(List<String> problems) {
        super(message(problems.stream().map(RefusalText::of).toList()));
        this.problems = problems.stream().map(RefusalText::of).toList();
    }

    private static String message(List<String> problems) {
        return problems.size() == 1
                ? problems.get(0)
                : problems.size() + " values are wrong:\n  " + String.join("\n  ", problems);
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
