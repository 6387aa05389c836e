package io.fetchmark.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation says what the repository says. */
final class DocumentationTest {

    @Test
    void everyQuoteIsWhatTheFileSays() throws IOException {
        List<Quote> quotes =
                Page.all().stream().flatMap(page -> Quote.of(page).stream()).toList();
        assertThat(quotes).isNotEmpty();
        for (Quote quote : quotes) {
            assertThat(quote.text())
                    .as("%s quotes %s %s", quote.page(), quote.file(), quote.snippet())
                    .isEqualTo(quote.original());
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                if (!link.startsWith("https://")) {
                    assertThat(leadsSomewhere(page, link))
                            .as("%s links to %s", page, link)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyPageIsInTheMenuOrInTheListOfDecisions() throws IOException {
        String menu = Files.readString(Page.SITE.resolve("site.xml"));
        Path decisions = Page.SITE.resolve("markdown/decisions");
        String listed = Files.readString(decisions.resolve("index.md"));
        for (Page page : Page.ofSite()) {
            Path file = page.file();
            if (file.startsWith(decisions) && !file.endsWith("index.md")) {
                assertThat(listed).contains("(" + file.getFileName() + ")");
            } else {
                String html = Page.SITE
                        .resolve("markdown")
                        .relativize(file)
                        .toString()
                        .replaceAll("md$", "html");
                assertThat(menu).contains("href=\"" + html + "\"");
            }
        }
    }

    private static boolean leadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        boolean image = page.file().startsWith(Page.SITE) && !parts[0].isEmpty() && !parts[0].endsWith(".md");
        Path folder = page.file().resolveSibling("");
        Path target = image
                ? Page.SITE
                        .resolve("resources")
                        .resolve(Page.SITE.resolve("markdown").relativize(folder))
                        .resolve(parts[0])
                : parts[0].isEmpty() ? page.file() : folder.resolve(parts[0]);
        return Files.exists(target.normalize())
                && (parts.length < 2 || Page.read(target).anchors().contains(parts[1]));
    }
}
