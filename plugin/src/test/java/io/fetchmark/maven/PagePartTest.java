package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PagePartTest {

    private static final ExecutionName NAME = new ExecutionName("perf");

    @Test
    void idsAndWhatRefersToThemStartWithTheName() {
        assertThat(new PagePart("<h2 id=\"fmk-1\"/><a href=\"#fmk-1\"/><svg aria-labelledby=\"fmk-1-a fmk-1-b\"/>"
                                + "<path clip-path=\"url(#fmk-1-clip0)\"/>")
                        .of(NAME))
                .isEqualTo("<h2 id=\"fmk-perf-1\"/><a href=\"#fmk-perf-1\"/>"
                        + "<svg aria-labelledby=\"fmk-perf-1-a fmk-perf-1-b\"/>"
                        + "<path clip-path=\"url(#fmk-perf-1-clip0)\"/>");
    }

    @Test
    void classesStylesAndTextsStayAsTheyAre() {
        String html = "<style>.fmk-line { --fmk-ink: #1b232e }</style><p class=\"fmk-line\">fmk-1 #fmk-1</p>"
                + "<a href=\"https://fetchmark.io/fmk-1\">site</a>";
        assertThat(new PagePart(html).of(NAME)).isEqualTo(html);
    }
}
