package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

/** That a text has parts one after another. AssertJ's own way to ask that takes half a minute of a page. */
record InOrder(List<String> parts) implements Consumer<String> {

    static InOrder of(String... parts) {
        return new InOrder(List.of(parts));
    }

    @Override
    public void accept(String text) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            assertThat(at).as("where \"%s\" is, from %s on", part, from).isNotNegative();
            from = at + part.length();
        }
    }
}
