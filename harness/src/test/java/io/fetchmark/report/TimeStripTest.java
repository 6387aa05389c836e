package io.fetchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.result.ResultFixtures;
import io.fetchmark.result.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small chart in each row of the results. */
final class TimeStripTest {

    @Test
    void allStripsShareOneScale(@TempDir Path directory) throws Exception {
        List<ScenarioResult> results = new SampleRun(directory).write().results();
        TimeStrip strips = TimeStrip.holding(results);

        ScenarioResult fastest = results.stream()
                .min((one, other) -> Long.compare(
                        one.responseTimeNanos().p50(), other.responseTimeNanos().p50()))
                .orElseThrow();
        ScenarioResult longest = results.stream()
                .max((one, other) -> Long.compare(
                        one.responseTimeNanos().max(), other.responseTimeNanos().max()))
                .orElseThrow();

        assertThat(strips.of(fastest)).contains("d=\"M2 1v10\"");
        assertThat(end(strips.of(longest))).isBetween(93.8, 94.2);
        assertThat(results)
                .allSatisfy(result -> assertThat(end(strips.of(result))).isBetween(2.0, 94.2));
    }

    @Test
    void equalTimesHaveAStripToo() {
        ScenarioResult result = ResultFixtures.run().results().get(0);

        assertThat(TimeStrip.holding(List.of(result)).of(result))
                .startsWith("<svg")
                .doesNotContain("NaN", "Infinity");
    }

    /** Where the line from the median to the longest time ends. */
    private static double end(String strip) throws Exception {
        String[] line = Xml.parse(strip)
                .getElementsByTagName("path")
                .item(1)
                .getAttributes()
                .getNamedItem("d")
                .getTextContent()
                .split("M| 6h|m", -1);
        return Double.parseDouble(line[1]) + Double.parseDouble(line[2]);
    }
}
