package io.fetchmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.plan.Client;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import io.fetchmark.verdict.VerdictKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrendTest {

    private static final String SCENARIO = "home-page";

    private final Build now = HistoryFixtures.build(20);

    @Test
    void endsWithThisBuildHoweverLongItHasBeenKept() {
        History history = HistoryFixtures.until(22);

        Trend trend = Trend.of(history, now, SCENARIO);

        assertThat(trend.earlier()).isEqualTo(history.builds().subList(0, 19));
        assertThat(trend.of(Client.THREADS))
                .hasSize(20)
                .last()
                .satisfies(point -> assertThat(point.build()).isEqualTo(now));
        assertThat(trend.clients()).containsExactly(Client.THREADS, Client.ASYNC);
        assertThat(trend.newest(3).earlier())
                .containsExactly(HistoryFixtures.build(17), HistoryFixtures.build(18), HistoryFixtures.build(19));
    }

    @Test
    void otherMachinesAreNotMixedInButCounted() {
        Trend trend = trend(HistoryFixtures.build(1), HistoryFixtures.elsewhere(2), HistoryFixtures.elsewhere(3));

        assertThat(trend.earlier()).containsExactly(HistoryFixtures.build(1));
        assertThat(trend.others()).isEqualTo(Map.of(Mismatch.MACHINE, 2));
    }

    @Test
    void anotherLoadAnotherTargetAndNothingToJudgeAreNotMixedInEither() {
        Build like = HistoryFixtures.build(1);
        List<BuildFigures> heavier = like.results().stream()
                .map(one -> HistoryFixtures.as(one, Optional.of("other"), VerdictKind.PASS))
                .toList();
        List<BuildFigures> invalid = like.results().stream()
                .map(one -> HistoryFixtures.as(one, one.scenarioHash(), VerdictKind.INVALID))
                .toList();
        Build embedded = HistoryFixtures.with(
                HistoryFixtures.build(3), target(like.target(), "nginx", TargetRuntime.EMBEDDED), like.results());
        Build jar = HistoryFixtures.with(
                HistoryFixtures.build(4), target(like.target(), "jar", TargetRuntime.DOCKER), like.results());

        Trend trend = trend(
                HistoryFixtures.with(like, like.target(), heavier),
                HistoryFixtures.with(HistoryFixtures.build(2), like.target(), invalid),
                embedded,
                jar,
                HistoryFixtures.with(HistoryFixtures.build(5), like.target(), List.of()));

        assertThat(trend.earlier()).isEmpty();
        assertThat(trend.others())
                .isEqualTo(Map.of(Mismatch.LOAD, 1, Mismatch.DOUBT, 1, Mismatch.TARGET, 2, Mismatch.SCENARIO, 1));
    }

    @Test
    void aBuildIsOnTheLinesOfTheClientsThatItHas() {
        Build like = HistoryFixtures.build(1);
        Build one = HistoryFixtures.with(
                like,
                like.target(),
                like.results().stream()
                        .filter(figures -> figures.client() == Client.ASYNC)
                        .toList());

        Trend trend = trend(one);

        assertThat(trend.earlier()).containsExactly(one);
        assertThat(trend.of(Client.ASYNC)).hasSize(2);
        assertThat(trend.of(Client.THREADS)).hasSize(1);
    }

    @Test
    void aLoadThatIsNotKnownIsNoneToCompare() {
        Build like = HistoryFixtures.build(1);
        List<BuildFigures> unknown = like.results().stream()
                .map(one -> HistoryFixtures.as(one, Optional.empty(), VerdictKind.PASS))
                .toList();

        assertThat(trend(HistoryFixtures.with(like, like.target(), unknown)).earlier())
                .isEmpty();
    }

    private Trend trend(Build... builds) {
        return Trend.of(new History(List.of(builds)), now, SCENARIO);
    }

    private static TargetFacts target(TargetFacts like, String kind, TargetRuntime runtime) {
        return new TargetFacts(
                kind,
                runtime,
                NetworkPath.HOST,
                like.url(),
                like.image(),
                like.imageId(),
                like.imageDigest(),
                like.engine(),
                like.cpus(),
                like.limits(),
                like.delay(),
                like.jar(),
                like.warnings());
    }
}
