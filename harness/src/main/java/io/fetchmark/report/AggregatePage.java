package io.fetchmark.report;

import java.util.List;

/** The page of several modules: an overview, then the page of each run. Immutable; drawn once, when it is made. */
public final class AggregatePage {

    private final Language language;
    private final String body;

    private AggregatePage(Language language, String body) {
        this.language = language;
        this.body = body;
    }

    /**
     * Draws the page.
     *
     * @param parts in the order of the page
     * @param late modules that measure only after the page is drawn, which the page says
     */
    public static AggregatePage of(List<ModulePart> parts, List<String> late, Language language) {
        AggregateView view = AggregateView.of(parts, late, language);
        return new AggregatePage(language, Templates.named("aggregate").execute(view));
    }

    /** A whole HTML document, light or dark as the reader likes it. */
    public String standalone() {
        return Templates.standalone(language, language.say("all-heading"), language.say("all-subject"), body);
    }

    /** A part of an HTML document, as that of {@link ReportPage#fragment}. */
    public String fragment() {
        return body;
    }
}
