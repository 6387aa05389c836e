package io.fetchmark.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A build that has been invoked, as the scripts look at it afterwards. */
public final class InvokedBuild {

    private final Path directory;

    /** @param directory of the project that was built */
    public InvokedBuild(File directory) {
        this.directory = directory.toPath();
    }

    /** All that the build said, of all its invocations. */
    public String log() throws IOException {
        return text("build.log");
    }

    /** Claims that the build succeeded, and no invocation of it failed. */
    public void succeeded() throws IOException {
        assertThat(log()).contains("BUILD SUCCESS").doesNotContain("BUILD FAILURE");
    }

    /** Claims that the build, or an invocation of it, failed and said all of that. */
    public void failed(String... words) throws IOException {
        assertThat(log()).contains("BUILD FAILURE").contains(words);
    }

    /** Claims that the build said all of that, and nothing of what is no business of a user. */
    public void said(String... words) throws IOException {
        assertThat(log()).contains(words).doesNotContain("NoClassDefFoundError", "NullPointerException");
    }

    /** Claims that the build did not say that. */
    public void didNotSay(String... words) throws IOException {
        assertThat(log()).doesNotContain(words);
    }

    /** Claims that neither what the build said nor any file that it wrote has any of that. */
    public void wroteNowhere(String... secrets) throws IOException {
        didNotSay(secrets);
        try (Stream<Path> files = Files.walk(directory.resolve("target"))) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }

    public boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    public String text(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    /** What that execution has measured. */
    public Map<?, ?> result(String execution) throws IOException {
        return json("target/fetchmark/" + execution + "/result.json");
    }

    /** How that execution was judged. */
    public Map<?, ?> verdict(String execution) throws IOException {
        return json("target/fetchmark/" + execution + "/verdict.json");
    }

    public Map<?, ?> json(String file) throws IOException {
        return new ObjectMapper().readValue(text(file), Map.class);
    }

    /** Claims that a page of the site has links, and all of them lead to something. */
    public void linksResolve(String page) throws IOException {
        assertThat(text(page)).contains("href=");
        assertThat(new SiteLinks(directory.resolve(page)).broken()).as(page).isEmpty();
    }

    /** Claims that nothing is left over: no process, container or temporary file of the build. */
    public void leftNothing() throws IOException, InterruptedException {
        new Leftovers(directory).awaitNone();
    }
}
