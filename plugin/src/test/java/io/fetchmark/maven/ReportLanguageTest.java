package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.report.Language;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportLanguageTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theSitesListOfReportsIsInItsLanguage() {
        assertThat(new ReportMojo().getDescription(Locale.GERMANY)).startsWith("Was gemessen wurde");
        assertThat(new ReportMojo().getDescription(Locale.FRENCH)).startsWith("What was measured");
        assertThat(new ReportAggregateMojo().getName(Locale.GERMAN)).isEqualTo("Fetchmark, alle Module");
        assertThat(new ReportAggregateMojo().getName(Locale.ROOT)).isEqualTo("Fetchmark of all modules");
        assertThat(new ReportAggregateMojo().getDescription(Locale.GERMAN)).startsWith("Was alle Module");
    }

    @Test
    void aFileThatCannotBeReadIsToldOfInTheLanguageOfThePageAndInEnglishInTheLog() throws IOException {
        Files.writeString(directory.resolve("result.json"), "{");
        List<String> page = new ArrayList<>();
        List<String> log = new ArrayList<>();

        new Drawing(ExecutionName.of("perf"), directory, Optional.empty())
                .draw(sink(page), Language.of(Locale.GERMAN), Language.ENGLISH, true, log::add);

        assertThat(String.join("", page))
                .startsWith("Ausführung perf")
                .contains("Diese Ausführung konnte nicht dargestellt werden: <span lang=\"en\">", "result.json");
        assertThat(log).singleElement().asString().startsWith("This execution could not be drawn: ");
    }

    /** Takes all texts, escaped or not. */
    private static Sink sink(List<String> texts) {
        return (Sink) Proxy.newProxyInstance(
                Sink.class.getClassLoader(), new Class<?>[] {Sink.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) {
                        texts.add(text);
                    }
                    return null;
                });
    }
}
