package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Progress.Live live = new Progress.Live(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    @Test
    void aShorterLineLeavesNothingOfALongerOne() {
        live.show("12 requests");
        live.show("3");
        assertThat(terminal).hasToString("\r12 requests\r3" + " ".repeat(10));
    }

    @Test
    void aLineNeverWrapsOnAnOrdinaryTerminal() {
        live.show("x".repeat(200));
        assertThat(terminal.toString(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void aClearedTerminalHasNoTrace() {
        live.clear();
        assertThat(terminal).hasToString("");
        live.show("12");
        live.clear();
        live.clear();
        assertThat(terminal).hasToString("\r12\r  \r");
    }

    @Test
    void theLogOfACiJobIsNotFlooded() {
        List<String> log = new ArrayList<>();
        Progress seldom = new Progress.Seldom(log::add);
        for (int i = 0; i < 1_000; i++) {
            seldom.show("line " + i);
        }
        assertThat(log).hasSizeLessThan(10);
    }

    @Test
    void aQuietBuildHearsNothing() {
        List<String> log = new ArrayList<>();
        Progress quiet = Progress.of(false, true, log::add);
        quiet.show("line");
        quiet.clear();
        assertThat(quiet).isEqualTo(new Progress.None());
        assertThat(log).isEmpty();
    }

    @Test
    void aBatchBuildHasNoLiveLine() {
        assertThat(Progress.of(true, false, line -> {})).isInstanceOf(Progress.Seldom.class);
    }
}
