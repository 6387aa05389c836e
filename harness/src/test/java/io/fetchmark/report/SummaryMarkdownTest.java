package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.plan.Client;
import io.fetchmark.result.NotMeasured;
import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Judge;
import io.fetchmark.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryMarkdownTest {

    @TempDir
    private Path directory;

    private final RunResult run = ResultFixtures.run();
    private final Verdict verdict = Judge.judge(ResultFixtures.plan(), run);

    @Test
    void saysTheVerdictTheAnswerTheComplaintsAndTheFigures() throws Exception {
        SummaryMarkdown.write(directory, "default", run, verdict);

        String text = Files.readString(directory.resolve("summary.md"));
        assertThat(text)
                .startsWith("## Fetchmark default: LIMIT_BROKEN: 1 of 12 limits broken\n\nFetching 500 times took ")
                .contains("\n- **LIMIT_BROKEN** home-page, threads: max 81.4 ms, limit 80 ms\n")
                .contains("\n| scenario | client | requests | errors | throughput | p50 | p99 | max | verdict |\n")
                .contains("\n|---|---|--:|--:|--:|--:|--:|--:|---|\n")
                .contains("\n| home-page | async | 9700 | 0 | 970/s | 51.4 ms | 56.4 ms | 65.4 ms | PASS |\n")
                .contains("Target: nginx from nginx:1.28, docker, network path host.");
    }

    @Test
    void changesFromTheBaselineHaveATableOfTheirOwn() {
        RunResult compared = run.compared(run.target(), List.of(SampleComparison.threads(), SampleComparison.async()));

        assertThat(SummaryMarkdown.text("default", run, verdict)).doesNotContain("against the baseline");
        String text = SummaryMarkdown.text("default", compared, SampleRun.verdict());
        assertThat(text)
                .contains(
                        "\n| against the baseline | client | metric | baseline | candidate | change | 95 % interval | verdict |\n")
                .contains("\n| home-page | threads | p50 | 5.11 ms | 5.4 ms | +5.2 % | +4.5 to +5.9 % | REGRESSION |\n")
                .contains("| −6.1 to −5.8 % | PASS, better |\n")
                .contains("\n| home-page | async | errorRate | 0 % | 0 % | – | – | PASS |\n");
        assertThat(text.lines().filter(line -> line.startsWith("| home-page | threads | ")))
                .hasSize(6);
    }

    @Test
    void severalWorkersAreNamed() {
        assertThat(SummaryMarkdown.text("default", run, verdict)).doesNotContain("workers");
        assertThat(SummaryMarkdown.text("default", ResultFixtures.sharedBy(4), verdict))
                .contains("network path host. Load: shared by 4 workers. Machine: ");
    }

    @Test
    void everyRowOfTheTableHasNineCells() {
        RunResult other = with("a | b\n| c \\| <script>alert(1)</script> `x` [l](http://x) *y* _z_ &amp;");

        String text = SummaryMarkdown.text("default", other, Judge.judge(ResultFixtures.plan(), other));

        assertThat(text.lines().filter(line -> line.startsWith("|")))
                .hasSize(9)
                .allSatisfy(
                        line -> assertThat(line.replaceAll("\\\\.", "").chars().filter(c -> c == '|'))
                                .hasSize(10));
        assertThat(text)
                .contains(
                        "a \\| b \\| c \\\\\\| \\<script\\>alert(1)\\</script\\> \\`x\\` \\[l\\](http://x) \\*y\\* \\_z\\_ \\&amp;");
    }

    @Test
    void namesWithUnderscoresStayEasyToFind() {
        assertThat(Markdown.escape("home_page __init__ a_")).isEqualTo("home_page \\_\\_init\\_\\_ a\\_");
    }

    @Test
    void isAppendedToWhatOthersWrote() throws Exception {
        Path file = directory.resolve("step");
        Files.writeString(file, "before\n");

        SummaryMarkdown.append(file, "one", run, verdict);
        SummaryMarkdown.append(file, "two", run, verdict);

        assertThat(Files.readString(file))
                .isEqualTo("before\n\n" + SummaryMarkdown.text("one", run, verdict) + "\n"
                        + SummaryMarkdown.text("two", run, verdict));
    }

    @Test
    void isAppendedToAFileThatIsNotThereYet() throws Exception {
        SummaryMarkdown.append(directory.resolve("step"), "one", run, verdict);

        assertThat(directory.resolve("step")).content().endsWith(SummaryMarkdown.text("one", run, verdict));
    }

    @Test
    void aFileThatCannotBeAppendedToIsNamedAndAPipeIsNotWaitedFor() throws Exception {
        Path nowhere = directory.resolve("nowhere/step-summary.md");
        assertThatThrownBy(() -> SummaryMarkdown.append(nowhere, "one", run, verdict))
                .hasMessage(nowhere + " could not be written: there is no folder " + nowhere.getParent());
        assertThatThrownBy(() -> SummaryMarkdown.append(directory, "one", run, verdict))
                .hasMessageContaining(directory + " could not be written: it is a folder where a file has to be");
        Path pipe = directory.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "needs mkfifo");
        assertThatThrownBy(() -> SummaryMarkdown.append(pipe, "one", run, verdict))
                .hasMessage(pipe + " could not be written: it is no regular file");
    }

    @Test
    void neverPassesTheSizeThatGitHubShows() throws Exception {
        Path file = directory.resolve("step");
        String whole = SummaryMarkdown.text("default", run, verdict);
        int bytes = whole.getBytes(StandardCharsets.UTF_8).length;
        for (int room : List.of(0, 1, 50, 200, bytes / 2, bytes - 1, bytes, bytes + 1)) {
            byte[] used = new byte[SummaryMarkdown.GITHUB_LIMIT - room];
            Arrays.fill(used, (byte) 'x');
            Files.write(file, used);

            SummaryMarkdown.append(file, "default", run, verdict);

            byte[] all = Files.readAllBytes(file);
            assertThat(all.length).as("room %s", room).isBetween(used.length, SummaryMarkdown.GITHUB_LIMIT);
            String added = new String(all, used.length, all.length - used.length, StandardCharsets.UTF_8);
            assertThat(added)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).isEqualTo("\n" + whole),
                            text -> assertThat(text).contains("Cut here").endsWith("\n"));
        }
    }

    private RunResult with(String reason) {
        return new RunResult(
                run.schemaVersion(),
                run.environment(),
                run.target(),
                run.results(),
                List.of(new NotMeasured("ladder", Client.VIRTUAL_THREADS, reason)));
    }
}
