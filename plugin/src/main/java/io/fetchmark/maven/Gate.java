package io.fetchmark.maven;

import io.fetchmark.maven.pom.OnInconclusive;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What verdicts do to the build.
 *
 * @param onInconclusive what doubt does
 * @param failOnRegression whether a regression fails the build, or is warned of
 */
record Gate(OnInconclusive onInconclusive, boolean failOnRegression) {

    /**
     * Lets the build pass, or not.
     *
     * @param warning takes what is let pass with a doubt
     * @throws MojoFailureException if the project has broken a promise
     * @throws MojoExecutionException if that cannot be said, as there is nothing to judge
     */
    void pass(List<Verdict> verdicts, Consumer<String> warning) throws MojoExecutionException, MojoFailureException {
        List<String> broken = sentences(verdicts, VerdictKind.LIMIT_BROKEN);
        List<String> regressed = sentences(verdicts, VerdictKind.REGRESSION);
        List<String> invalid = sentences(verdicts, VerdictKind.INVALID);
        List<String> doubtful = sentences(verdicts, VerdictKind.INCONCLUSIVE);
        if (!broken.isEmpty()) {
            throw new MojoFailureException(message("limits are broken", broken));
        }
        if (!regressed.isEmpty() && failOnRegression) {
            throw new MojoFailureException(message("it has become worse", regressed));
        }
        boolean empty = verdicts.stream().anyMatch(verdict -> verdict.findings().isEmpty());
        if (!invalid.isEmpty() || verdicts.isEmpty() || empty) {
            throw new MojoExecutionException(
                    message(invalid.isEmpty() ? "there is nothing to judge" : "it cannot be judged", invalid));
        }
        if (!doubtful.isEmpty() && onInconclusive == OnInconclusive.FAIL) {
            throw new MojoFailureException(message("not all is certain, and <onInconclusive> is fail", doubtful));
        }
        regressed.forEach(warning);
        doubtful.forEach(warning);
    }

    private static List<String> sentences(List<Verdict> verdicts, VerdictKind kind) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.complaints().stream())
                .filter(finding -> finding.verdict() == kind)
                .map(finding -> finding.scenario() + ", " + finding.client() + ": " + finding.reason())
                .toList();
    }

    private static String message(String verdict, List<String> sentences) {
        return sentences.isEmpty() ? verdict : verdict + ":\n  " + String.join("\n  ", sentences);
    }
}
