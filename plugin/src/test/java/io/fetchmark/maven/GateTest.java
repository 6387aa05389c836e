package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fetchmark.maven.pom.OnInconclusive;
import io.fetchmark.plan.Client;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

final class GateTest {

    private final List<String> warnings = new ArrayList<>();
    private final Gate gate = new Gate(OnInconclusive.WARN, true);

    @Test
    void aPassPasses() throws MojoExecutionException, MojoFailureException {
        gate.pass(List.of(verdict(VerdictKind.PASS)), warnings::add);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aBrokenLimitOfAnyExecutionIsAFailureOfTheProject() {
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() ->
                        gate.pass(List.of(verdict(VerdictKind.PASS), verdict(VerdictKind.LIMIT_BROKEN)), warnings::add))
                .withMessage("limits are broken:\n  home, async: LIMIT_BROKEN because");
    }

    @Test
    void aRegressionIsAFailureUnlessToldOtherwise() throws MojoExecutionException, MojoFailureException {
        List<Verdict> verdicts = List.of(verdict(VerdictKind.REGRESSION));
        assertThatExceptionOfType(MojoFailureException.class).isThrownBy(() -> gate.pass(verdicts, warnings::add));
        new Gate(OnInconclusive.WARN, false).pass(verdicts, warnings::add);
        assertThat(warnings).containsExactly("home, async: REGRESSION because");
    }

    @Test
    void whatCannotBeJudgedIsNoFailureOfTheProjectAndNoPass() {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> gate.pass(List.of(verdict(VerdictKind.PASS, VerdictKind.INVALID)), warnings::add))
                .withMessage("it cannot be judged:\n  home, async: INVALID because");
    }

    @Test
    void aBrokenLimitIsSaidEvenIfSomethingElseCannotBeJudged() {
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> gate.pass(
                        List.of(verdict(VerdictKind.INVALID), verdict(VerdictKind.LIMIT_BROKEN)), warnings::add));
    }

    @Test
    void nothingAtAllIsNoPass() {
        assertThatExceptionOfType(MojoExecutionException.class).isThrownBy(() -> gate.pass(List.of(), warnings::add));
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> gate.pass(List.of(verdict()), warnings::add));
    }

    @Test
    void doubtIsWarnedOfOrFailsAsThePomSays() throws MojoExecutionException, MojoFailureException {
        List<Verdict> verdicts = List.of(verdict(VerdictKind.INCONCLUSIVE));
        gate.pass(verdicts, warnings::add);
        assertThat(warnings).containsExactly("home, async: INCONCLUSIVE because");
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(() -> new Gate(OnInconclusive.FAIL, true).pass(verdicts, warnings::add))
                .withMessageContaining("<onInconclusive> is fail");
    }

    private static Verdict verdict(VerdictKind... kinds) {
        return Verdict.of(Stream.of(kinds).map(GateTest::finding).toList());
    }

    private static Finding finding(VerdictKind kind) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Finding(
                "home",
                Client.ASYNC,
                FindingMetric.P99,
                kind,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                kind + " because");
    }
}
