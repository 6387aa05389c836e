package io.fetchmark.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.json.Json;
import io.fetchmark.measure.FailureGroup;
import io.fetchmark.measure.Outcome;
import io.fetchmark.measure.Shortage;
import io.fetchmark.measure.Stalls;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ResultRoundTripTest {

    @Property(tries = 300)
    void anyResultIsReadAsItWasWritten(@ForAll("runs") RunResult run) throws Exception {
        assertThat(Json.read(Json.line(run), RunResult.class)).isEqualTo(run);
    }

    @Property(tries = 30)
    void anyResultIsReadFromItsFileAsItWasWritten(@ForAll("runs") RunResult run) throws Exception {
        Path directory = Files.createTempDirectory("io.fetchmark");
        try {
            ResultFile.write(directory, run);
            assertThat(ResultFile.read(directory)).isEqualTo(run);
        } finally {
            Files.deleteIfExists(directory.resolve(FileNames.RESULT));
            Files.delete(directory);
        }
    }

    @Provide
    Arbitrary<RunResult> runs() {
        return Combinators.combine(
                        environments(),
                        targets(),
                        results().list().ofMaxSize(3),
                        Combinators.combine(texts(), Arbitraries.of(Client.class), texts())
                                .as(NotMeasured::new)
                                .list()
                                .ofMaxSize(2))
                .as((environment, target, results, missing) ->
                        new RunResult(RunResult.SCHEMA_VERSION, environment, target, results, missing));
    }

    private static Arbitrary<Environment> environments() {
        return Combinators.combine(
                        texts().list().ofSize(5),
                        Arbitraries.integers(),
                        Arbitraries.longs(),
                        texts().optional(),
                        texts())
                .as((names, cores, seed, docker, hash) -> new Environment(
                        Instant.ofEpochSecond(cores).toString(),
                        names.get(1),
                        names.get(2),
                        cores,
                        names.get(3),
                        names.get(4),
                        "17",
                        docker,
                        docker.map(text -> text + "m"),
                        seed,
                        hash,
                        docker));
    }

    private static Arbitrary<TargetFacts> targets() {
        Arbitrary<DelayFacts> delays = Combinators.combine(texts(), times(), times(), times(), Arbitraries.integers())
                .as(DelayFacts::new);
        Arbitrary<JarFacts> jars = Combinators.combine(texts(), texts(), texts().optional(), texts().optional())
                .as(JarFacts::new);
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(TargetRuntime.class),
                        Arbitraries.of(NetworkPath.class),
                        texts().optional(),
                        delays.optional(),
                        jars.optional(),
                        texts().list().ofMaxSize(2))
                .as((kind, runtime, network, image, delay, jar, warnings) -> new TargetFacts(
                        kind,
                        runtime,
                        network,
                        URI.create("http://[::1]:8080/a%20b?c"),
                        image,
                        image,
                        image,
                        image,
                        image.map(any -> "0,2-3"),
                        delay.map(each -> limits(each.fetches())),
                        delay,
                        jar,
                        warnings));
    }

    private static List<FailureGroup> groups(Map<Outcome, Long> failed) {
        return failed.entrySet().stream()
                .map(kind -> new FailureGroup(
                        kind.getKey(),
                        kind.getValue() % 2 == 0 ? OptionalInt.of(404) : OptionalInt.empty(),
                        "/a?b=c",
                        Math.max(1, kind.getValue()),
                        "not HTTP: \"\\x16\""))
                .toList();
    }

    private static Arbitrary<ScenarioResult> results() {
        Arbitrary<Map<Outcome, Long>> errors = Arbitraries.maps(
                Arbitraries.of(Outcome.ERRORS), Arbitraries.longs().between(0, 1L << 45));
        Arbitrary<TimeSummary> summaries = Combinators.combine(times().list().ofSize(7), figures())
                .as((t, mean) ->
                        new TimeSummary(t.get(0), mean, t.get(1), t.get(2), t.get(3), t.get(4), t.get(5), t.get(6)));
        Arbitrary<LadderStep> steps =
                Combinators.combine(Arbitraries.integers(), figures()).as(LadderStep::new);
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(Client.class),
                        loads(),
                        errors,
                        figures(),
                        summaries,
                        steps.list().ofMaxSize(3),
                        figures().optional())
                .as((scenario, client, load, failed, figure, summary, ladder, cpu) -> new ScenarioResult(
                        scenario,
                        client,
                        load,
                        failed.values().stream().mapToLong(Long::longValue).sum() + (summary.max() >> 20),
                        summary.min(),
                        cpu.map(any -> new WarmUp(figure, cpu.map(share -> share > 1))),
                        cpu.map(any -> failed),
                        failed,
                        cpu.map(any -> groups(failed)),
                        figure,
                        figure,
                        summary,
                        summary,
                        cpu.map(any -> summary),
                        cpu.isPresent() ? OptionalLong.of(summary.p99()) : OptionalLong.empty(),
                        summary.p50() >> 20,
                        cpu.map(any -> OptionalLong.of(summary.p99())).orElse(OptionalLong.empty()),
                        cpu.map(any -> Map.of(Shortage.OPEN_FILES, summary.p90())),
                        cpu.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        OptionalDouble.of(figure),
                        scenario,
                        ladder.size(),
                        ladder.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ladder.size()),
                        ladder.isEmpty() ? List.of() : List.of(scenario, "x"),
                        ladder,
                        cpu.map(any -> Generator.of(ladder.size(), slices(summary, ladder, failed.isEmpty()))),
                        cpu.map(any -> use(summary, ladder)),
                        cpu.map(any -> slices(summary, ladder, ladder.size() > 2)),
                        cpu.map(any -> disturbance(summary, ladder.size() > 1)),
                        List.of(),
                        cpu.map(any -> scenario)));
    }

    private static TargetLimits limits(int some) {
        return new TargetLimits(
                some % 2 == 0 ? OptionalDouble.of(0.5) : OptionalDouble.empty(),
                some % 3 == 0 ? OptionalLong.empty() : OptionalLong.of(Math.abs((long) some) + 1));
    }

    private static TargetUse use(TimeSummary figures, List<LadderStep> ladder) {
        boolean known = ladder.isEmpty();
        return new TargetUse(
                known ? MeterSource.PROCESS : MeterSource.STATS,
                known ? OptionalDouble.of(1.5) : OptionalDouble.empty(),
                figures.p50(),
                known ? OptionalLong.of(figures.p90()) : OptionalLong.empty(),
                known ? OptionalLong.empty() : OptionalLong.of(figures.p99()),
                known ? OptionalLong.of(figures.p95()) : OptionalLong.empty(),
                known ? OptionalLong.empty() : OptionalLong.of(figures.p999()));
    }

    private static Disturbance disturbance(TimeSummary figures, boolean some) {
        return new Disturbance(
                figures.mean(),
                new Stalls(figures.p99(), figures.p999(), figures.p50(), figures.p90()),
                0.5,
                figures.mean(),
                0.25,
                figures.p95(),
                figures.p50(),
                figures.p90(),
                new Undisturbed(
                        figures.mean(),
                        figures.p50(),
                        figures.mean(),
                        figures,
                        some ? figures : new TimeSummary(0, 0, 0, 0, 0, 0, 0, 0)));
    }

    private static List<SliceSummary> slices(TimeSummary figures, List<LadderStep> ladder, boolean known) {
        OptionalLong perhaps = known ? OptionalLong.of(figures.p95() / 7) : OptionalLong.empty();
        return ladder.stream()
                .map(step -> new SliceSummary(
                        step.seconds() / 4,
                        step.seconds() / 2,
                        figures.p50(),
                        figures.p99(),
                        figures.p90(),
                        figures.max(),
                        figures.p90() / 7,
                        figures.min() / 7,
                        perhaps,
                        OptionalLong.of(figures.p90() / 7),
                        perhaps,
                        perhaps,
                        OptionalLong.of(figures.p50()),
                        known
                                ? Optional.of(new TargetSlice(
                                        figures.p50(), perhaps, OptionalLong.of(figures.p90()), perhaps, perhaps))
                                : Optional.empty(),
                        known
                                ? Optional.of(new Stalls(figures.p99() / 7, figures.p90() / 7, figures.p50() / 7, 0))
                                : Optional.empty()))
                .toList();
    }

    private static Arbitrary<Load> loads() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, Load.Closed.MOST).map(Load.Closed::new),
                Combinators.combine(Arbitraries.doubles().between(0.01, Load.Open.MOST), Arbitraries.of(Arrivals.class))
                        .as(Load.Open::new),
                Arbitraries.integers()
                        .between(1, Load.Ladder.MOST)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(Load.Ladder::new));
    }

    /** Any text of Unicode, and what may upset a parser. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .all()
                        .ofMaxLength(20)
                        .filter(text -> text.codePoints()
                                .noneMatch(
                                        point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)),
                Arbitraries.of(
                        "",
                        "\"",
                        "\\",
                        "\\u0000",
                        "\u0000",
                        "\n\r\t\u2028",
                        "</script>",
                        "{\"kind\":\"x\"}",
                        "🚀",
                        "NaN"));
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE);
    }

    private static Arbitrary<Double> figures() {
        return Arbitraries.longs()
                .between(0, Double.doubleToLongBits(Double.MAX_VALUE))
                .map(Double::longBitsToDouble);
    }
}
