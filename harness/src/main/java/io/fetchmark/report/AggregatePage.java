package io.fetchmark.report;

import java.util.List;
import java.util.Map;

/** The page of several modules: an overview, then the page of each run. Immutable; drawn once, when it is made. */
public final class AggregatePage {

    private static final String TITLE = "Fetchmark report of all modules";

    private final String body;

    private AggregatePage(String body) {
        this.body = body;
    }

    /**
     * Draws the page.
     *
     * @param parts in the order of the page
     * @param late modules that measure only after the page is drawn, which the page says
     */
    public static AggregatePage of(List<ModulePart> parts, List<String> late) {
        return new AggregatePage(Templates.named("aggregate").execute(AggregateView.of(parts, late)));
    }

    /** A whole HTML document, light or dark as the reader likes it. */
    public String standalone() {
        return Templates.named("standalone")
                .execute(Map.of(
                        "body",
                        body,
                        "style",
                        Templates.text("standalone.css"),
                        "title",
                        "all modules",
                        "heading",
                        TITLE));
    }

    /** A part of an HTML document, as that of {@link ReportPage#fragment}. */
    public String fragment() {
        return body;
    }
}
