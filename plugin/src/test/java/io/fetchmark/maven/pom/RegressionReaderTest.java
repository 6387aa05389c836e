package io.fetchmark.maven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.Gated;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.RegressionMetric;
import io.fetchmark.plan.UrlSpec;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a {@code <baseline>} and a {@code <regression>} that are right become. */
final class RegressionReaderTest {

    @TempDir
    Path project;

    private final Draft draft = new Draft().compared();

    @Test
    void anEmptyRegressionTakesAllDefaults() throws InvalidPom {
        assertThat(regression())
                .isEqualTo(Regression.of(
                        RegressionMetric.P50.gated(),
                        RegressionMetric.THROUGHPUT.gated(),
                        RegressionMetric.CPU_PER_REQUEST.gated()));
        assertThat(regression().starts()).isEqualTo(2);
        assertThat(regression().budget()).isEqualTo(Duration.ofSeconds(60));
        assertThat(read().baseline()).contains(new Baseline.Beside(NginxSpec.welcome("nginx:1.28")));
    }

    @Test
    void throughputIsNoDefaultWhereTheArrivalRateGivesIt() throws InvalidPom {
        draft.load.concurrency = null;
        draft.load.arrivalRate = "100";
        assertThat(metrics())
                .containsExactly(RegressionMetric.P50, RegressionMetric.CPU_PER_REQUEST, RegressionMetric.ERROR_RATE);
    }

    @Test
    void cpuTimeIsNoDefaultWhereOneSideIsNotMetered() throws InvalidPom {
        draft.target.url = "http://localhost:8080";
        assertThat(metrics())
                .containsExactly(RegressionMetric.P50, RegressionMetric.THROUGHPUT, RegressionMetric.ERROR_RATE);
        draft.target.url = null;
        draft.baseline().nginx = null;
        draft.baseline().url = "http://localhost:8080";
        assertThat(metrics()).doesNotContain(RegressionMetric.CPU_PER_REQUEST);
        assertThat(read().baseline()).contains(new Baseline.Beside(new UrlSpec(URI.create("http://localhost:8080"))));
    }

    @Test
    void everyElementReachesThePlan() throws InvalidPom {
        draft.regression().metrics = "p99, p50";
        draft.regression().tolerance = "3%";
        draft.regression().detect = "30%";
        draft.regression().starts = "4";
        draft.regression().budget = "90s";
        assertThat(regression())
                .isEqualTo(new Regression(
                        List.of(
                                new Gated(RegressionMetric.P99, 0.03, 0.3),
                                new Gated(RegressionMetric.P50, 0.03, 0.3),
                                RegressionMetric.ERROR_RATE.gated()),
                        4,
                        Duration.ofSeconds(90)));
    }

    @Test
    void aChangeByNameGoesBeforeTheOneForAllInWhateverOrder() throws InvalidPom {
        draft.regression().metrics = "p50,p95,p99";
        draft.regression().tolerance = "p99=5%, 2 %";
        draft.regression().detect = "8%,p99 = 0.25";
        assertThat(regression().metrics())
                .containsExactly(
                        new Gated(RegressionMetric.P50, 0.02, 0.08),
                        new Gated(RegressionMetric.P95, 0.02, 0.08),
                        new Gated(RegressionMetric.P99, 0.05, 0.25),
                        RegressionMetric.ERROR_RATE.gated());
    }

    @Test
    void whatIsNotCoveredKeepsItsOwnDefault() throws InvalidPom {
        draft.regression().metrics = "p50,p99";
        draft.regression().tolerance = "p50=3%";
        assertThat(regression().metrics())
                .startsWith(new Gated(RegressionMetric.P50, 0.03, 0.05), RegressionMetric.P99.gated());
    }

    @Test
    void aToleranceAboveTheDefaultOfDetectRaisesIt() throws InvalidPom {
        draft.regression().tolerance = "p50=10%";
        assertThat(regression().metrics()).startsWith(new Gated(RegressionMetric.P50, 0.1, 0.1));
    }

    @Test
    void aRecordedBaselineNeedNotBeThereYet() throws InvalidPom {
        draft.baseline().nginx = null;
        draft.baseline().recorded = "src/perf/baseline";
        Path directory = project.resolve("src/perf/baseline");
        assertThat(read().baseline()).contains(new Baseline.Recorded(directory));
        assertThat(draft.read(project, Choices.NONE.orFrom(Map.of("FETCHMARK_IMAGE", "mine:2")))
                        .baseline())
                .contains(new Baseline.Recorded(directory, "mine:2"));
    }

    @Test
    void aBaselineThatNoWantedScenarioNeedsIsLeftOut() throws InvalidPom {
        draft.also("search");
        assertThat(chosen("search").baseline()).isEmpty();
        assertThat(chosen("home").baseline()).isPresent();
    }

    @Test
    void theImageOfTheUserIsForBothSidesWhereThePomHasOne() throws InvalidPom {
        draft.nginx().image = "nginx:1.28";
        draft.nginx().delay = "1ms";
        Plan plan = draft.read(project, Choices.NONE.orFrom(Map.of("FETCHMARK_IMAGE", "mine:2")));
        assertThat(plan.target())
                .isEqualTo(new NginxSpec("mine:2", Optional.empty(), Optional.empty(), Duration.ofMillis(1)));
        assertThat(plan.baseline()).contains(new Baseline.Beside(NginxSpec.welcome("mine:2")));
    }

    @Test
    void theImageOfTheUserMayBeTheOneThatASideNames() throws InvalidPom {
        draft.nginx().image = "mine:2";
        Plan plan = draft.read(project, Choices.NONE.orFrom(Map.of("FETCHMARK_IMAGE", "mine:2")));
        assertThat(plan.baseline()).contains(new Baseline.Beside(NginxSpec.welcome("mine:2")));
    }

    @Test
    void processesOfOneJarAreStartedOnce() throws Exception {
        Files.createDirectory(project.resolve("target"));
        draft.jar();
        draft.baseline().nginx = null;
        draft.baseline().jar = Draft.jar("target/old.jar", "8081");
        assertThat(regression().starts()).isEqualTo(2);
        assertThat(draft.read(project, process())
                        .scenarios()
                        .get(0)
                        .regression()
                        .orElseThrow()
                        .starts())
                .isEqualTo(1);
        assertThat(read().baseline().orElseThrow())
                .isInstanceOfSatisfying(
                        Baseline.Beside.class,
                        beside -> assertThat(beside.target()).isInstanceOf(JarSpec.class));
    }

    static Choices process() {
        return new Choices(
                Optional.empty(), Optional.of("process"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Plan chosen(String scenarios) throws InvalidPom {
        return draft.read(
                project,
                new Choices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(scenarios),
                        Optional.empty()));
    }

    private Plan read() throws InvalidPom {
        return draft.read(project, Choices.NONE);
    }

    private Regression regression() throws InvalidPom {
        return read().scenarios().get(0).regression().orElseThrow();
    }

    private List<RegressionMetric> metrics() throws InvalidPom {
        return regression().metrics().stream().map(Gated::metric).toList();
    }
}
