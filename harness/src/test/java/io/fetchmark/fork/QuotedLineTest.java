package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotedLineTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::error::you are hacked,: :error::you are hacked",
                "  ::set-output name=a::b,  : :set-output name=a::b",
                "a ##vso[task.complete]x,a # #vso[task.complete]x",
                "##teamcity[buildStatus],# #teamcity[buildStatus]",
                "##[error]x,# #[error]x",
                "###,# # #",
                "io::Error at a::b # 1,io::Error at a::b # 1"
            })
    void aQuotedLineIsNoCommandToTheServerOfABuild(String line, String shown) {
        assertThat(QuotedLine.of(line)).isEqualTo(shown);
    }

    @Test
    void aQuotedLineHasNoColoursAndNothingThatMovesTheCursor() {
        assertThat(QuotedLine.of("\u001B[31mred\u001B[0m\rsection_start:1:x\u0007\ta\u202Eb"))
                .isEqualTo("red?section_start:1:x?\ta?b");
    }

    @Test
    void aQuotedLineIsShort() {
        assertThat(QuotedLine.of("x".repeat(500))).hasSize(500);
        assertThat(QuotedLine.of("x".repeat(1_000_000))).hasSize(501).endsWith("x…");
    }

    @Test
    void textWithoutALineEndIsGivenInPieces() {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(lines::add);
        byte[] bytes = ("x".repeat(20_000) + "\r\ny").getBytes(StandardCharsets.UTF_8);
        splitter.take(bytes, 0, 10_000);
        splitter.take(bytes, 10_000, bytes.length);
        splitter.end();
        assertThat(lines.stream().map(String::length)).containsExactly(8192, 8192, 20_000 - 2 * 8192, 1);
    }
}
