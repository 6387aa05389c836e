package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleTableTest {

    private final RunResult run = ResultFixtures.run();
    private final Verdict verdict = Judge.judge(ResultFixtures.plan(), run);

    @Test
    void hasARowForEachClientOfEachScenario() {
        assertThat(ConsoleTable.lines(run, verdict, Paint.NONE))
                .startsWith(
                        "home-page: concurrency 50",
                        "  client             requests    errors   throughput      p50      p99      max   verdict",
                        "  threads                9500         0        950/s  51.4 ms  56.7 ms  81.4 ms   LIMIT_BROKEN",
                        "  async                  9700         0        970/s  51.4 ms  56.4 ms  65.4 ms   PASS",
                        "steady: 500/s poisson",
                        "  client             requests    errors   throughput      p50      p99      max   verdict",
                        "  async                  5000         3        500/s  51.4 ms  56.2 ms  63.2 ms   PASS",
                        "ladder: ladder 1,10,50,100,500")
                .contains(
                        "  sequential              661         0       19.3/s   8.48 s   24.6 s   24.9 s   PASS",
                        "  virtual-threads           -         -            -        -        -        -   INCONCLUSIVE");
    }

    @Test
    void severalWorkersStandBesideTheLoad() {
        assertThat(ConsoleTable.lines(ResultFixtures.sharedBy(4), verdict, Paint.NONE))
                .startsWith("home-page: concurrency 50, 4 workers");
    }

    @Test
    void answersTheQuestionOfTheLadder() {
        assertThat(ConsoleTable.lines(run, verdict, Paint.NONE))
                .contains(
                        "Fetching 500 times took 25.9 s one after the other, 831 ms with 32 threads and 140 ms with async:",
                        "    async was 185 times as fast as sequential and 5.9 times as fast as threads. virtual-threads was",
                        "    not measured.");
    }

    @Test
    void saysInWordsWhatIsNoPassAndEndsWithTheVerdict() {
        assertThat(ConsoleTable.lines(run, verdict, Paint.NONE))
                .contains(
                        "LIMIT_BROKEN home-page, threads: max 81.4 ms, limit 80 ms",
                        "INCONCLUSIVE ladder, virtual-threads: not measured: virtual-threads needs JDK 21 or newer, and only",
                        "    JDK 17 was found",
                        "note: steady, async: 2 of 5000 requests failed (2 timeout); their times count, too.")
                .endsWith("LIMIT_BROKEN: 1 of 12 limits broken");
    }

    @Test
    void hasARowForEachChangeFromTheBaseline() {
        RunResult compared = run.compared(run.target(), List.of(SampleComparison.threads(), SampleComparison.async()));

        List<String> lines = ConsoleTable.lines(compared, SampleRun.verdict(), Paint.NONE);

        assertThat(lines)
                .containsSequence(
                        "home-page: against the baseline",
                        "  client          metric         baseline candidate   change      95 % interval   verdict",
                        "  threads         p50             5.11 ms    5.4 ms   +5.2 %     +4.5 to +5.9 %   REGRESSION",
                        "  threads         p90             9.44 ms   9.41 ms  +0.31 %   -0.28 to +0.90 %   PASS",
                        "  threads         throughput       9470/s    9010/s   -5.2 %     -5.7 to -4.6 %   REGRESSION",
                        "  threads         cpuPerRequest   14.8 us   13.9 us   -5.9 %     -6.1 to -5.8 %   PASS, better",
                        "  threads         errorRate           0 %       0 %        -                      PASS")
                .contains(
                        "REGRESSION home-page, threads: p50 is 5.2 % longer (95 % interval +4.5 to +5.9 %); 60 pairs, noise")
                .endsWith("LIMIT_BROKEN: 1 of 3 limits broken, 2 of 8 figures worse than the baseline")
                .allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]*").hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void isPlainAsciiOfAtMostAHundredColumns() {
        assertThat(ConsoleTable.lines(run, verdict, Paint.NONE))
                .allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]*").hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void aForeignTextCannotBreakALineOrReachTheTerminal() {
        NotMeasured hostile = new NotMeasured(
                "ladder", Client.VIRTUAL_THREADS, "a\nBUILD SUCCESS\r\u001b[31m" + "x".repeat(300) + " end");
        RunResult other =
                new RunResult(run.schemaVersion(), run.environment(), run.target(), run.results(), List.of(hostile));

        List<String> lines = ConsoleTable.lines(other, Judge.judge(ResultFixtures.plan(), other), Paint.NONE);

        assertThat(lines)
                .noneMatch(line -> line.startsWith("BUILD"))
                .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        assertThat(String.join(" ", lines)).contains("x".repeat(300));
    }

    @Test
    void paintMarksVerdictsAndLeavesTheTableStraight() {
        List<String> painted = ConsoleTable.lines(run, verdict, (kind, text) -> "<" + kind + "|" + text + ">");

        assertThat(painted.get(2)).endsWith("81.4 ms   <LIMIT_BROKEN|LIMIT_BROKEN>");
        assertThat(painted.get(painted.size() - 1)).isEqualTo("<LIMIT_BROKEN|LIMIT_BROKEN: 1 of 12 limits broken>");
        assertThat(painted.stream()
                        .map(line -> line.replaceAll("<[A-Z_]+\\|([^>]*)>", "$1"))
                        .toList())
                .isEqualTo(ConsoleTable.lines(run, verdict, Paint.NONE));
    }
}
