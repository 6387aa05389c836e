package io.fetchmark.report;

import io.fetchmark.plan.Client;
import io.fetchmark.result.Generator;
import io.fetchmark.result.ScenarioResult;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The chart of who used how many CPUs when: the client, the target, and others beside them. */
final class CpuFigure {

    /** Whose use it is: how it is called in a column, and drawn. */
    private record User(String column, LineStyle line, ToDoubleFunction<CpuStretch> cpus) {}

    private static final List<User> USERS = List.of(
            new User("cpu-column-client", LineStyle.SOLID, CpuStretch::client),
            new User("cpu-column-target", LineStyle.DASHED, CpuStretch::target),
            new User("cpu-column-others", LineStyle.DOTTED, CpuStretch::others));

    /** Fewer points are no course. */
    private static final int LEAST_STRETCHES = 3;

    private static final int MOST_MARKERS = 12;
    /** So little is what any machine does beside a run. */
    private static final double NOTHING = 0.05;

    private final Map<Client, List<CpuStretch>> runs;
    private final List<User> users;
    private final Language language;

    private CpuFigure(Map<Client, List<CpuStretch>> runs, Language language) {
        this.runs = runs;
        this.language = language;
        this.users = USERS.stream()
                .filter(user -> user.line() == LineStyle.SOLID || most(user) > (isOthers(user) ? NOTHING : 0))
                .toList();
    }

    /**
     * Draws the CPUs that were in use while each client of a scenario measured; empty where the files do not say, or too
     * little.
     *
     * @param id starts the ids of the chart
     */
    static Optional<Figure> of(String id, List<ScenarioResult> results, TargetFacts facts, Language language) {
        Map<Client, List<CpuStretch>> runs = new LinkedHashMap<>();
        for (ScenarioResult result : results) {
            List<CpuStretch> stretches = CpuStretch.of(result.slices().orElse(List.of()), facts);
            if (stretches.size() >= LEAST_STRETCHES) {
                runs.put(result.client(), stretches);
            }
        }
        return runs.isEmpty() ? Optional.empty() : Optional.of(new CpuFigure(runs, language).draw(id, results));
    }

    private Figure draw(String id, List<ScenarioResult> results) {
        List<Curve> curves = new ArrayList<>();
        for (Map.Entry<Client, List<CpuStretch>> run : runs.entrySet()) {
            for (User user : users) {
                curves.add(curve(run.getKey(), user, run.getValue()));
            }
        }
        double[] ends = runs.values().stream()
                .flatMap(List::stream)
                .mapToDouble(CpuStretch::endSeconds)
                .toArray();
        double[] cpus = curves.stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.ys()))
                .toArray();
        Chart chart = new Chart(
                id,
                language.say("cpu-title"),
                description(results),
                Axis.linear(language.say("axis-seconds"), ends, language::factor),
                Axis.linear(language.say("cpu-axis"), cpus, language::factor),
                curves);
        return Figure.of(chart, false, key(), data());
    }

    private Curve curve(Client client, User user, List<CpuStretch> stretches) {
        int each = (stretches.size() + MOST_MARKERS - 1) / MOST_MARKERS;
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            CpuStretch stretch = stretches.get(i);
            double cpus = user.cpus().applyAsDouble(stretch);
            boolean marked = i % each == each / 2 && user.line() == LineStyle.SOLID;
            String title = language.say("cpu-point", client, words(stretch), language.factor(cpus));
            points.add(new Curve.Point((stretch.startSeconds() + stretch.endSeconds()) / 2, cpus, marked ? title : ""));
        }
        String name = user.line() == LineStyle.SOLID ? client.label() : "";
        return new Curve(name, Ink.of(client), user.line(), points);
    }

    private String description(List<ScenarioResult> results) {
        OptionalInt client = results.stream()
                .flatMap(result -> result.generator().stream())
                .mapToInt(Generator::cpus)
                .max();
        OptionalDouble target = results.stream()
                .flatMap(result -> result.targetUse().stream())
                .map(TargetUse::cpus)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
        List<String> sentences = new ArrayList<>(List.of(language.say("cpu-description")));
        if (client.isPresent() && target.isPresent()) {
            sentences.add(language.say("cpu-limits", client.getAsInt(), language.factor(target.getAsDouble())));
        }
        if (users.stream().anyMatch(CpuFigure::isOthers)) {
            sentences.add(language.say("cpu-others"));
        } else if (knowsOthers()) {
            sentences.add(language.say("cpu-no-others"));
        }
        return String.join(" ", sentences);
    }

    private String key() {
        List<String> sentences = new ArrayList<>(List.of(language.say("cpu-key-client")));
        if (users.stream().anyMatch(user -> user.line() == LineStyle.DASHED)) {
            sentences.add(language.say("cpu-key-target"));
        }
        if (users.stream().anyMatch(CpuFigure::isOthers)) {
            sentences.add(language.say("cpu-key-others"));
        }
        return String.join(" ", sentences);
    }

    private DataTable data() {
        List<String> columns = new ArrayList<>(List.of(language.say("seconds")));
        runs.keySet().forEach(client -> users.forEach(user -> columns.add(language.say(user.column(), client))));
        List<CpuStretch> longest =
                runs.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < longest.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (List<CpuStretch> run : runs.values()) {
                for (User user : users) {
                    cells.add(i < run.size() ? cell(user.cpus().applyAsDouble(run.get(i))) : "–");
                }
            }
            rows.add(new DataTable.Row(words(longest.get(i)), cells));
        }
        return new DataTable(language.say("cpu-title"), columns, rows);
    }

    private String cell(double cpus) {
        return Double.isFinite(cpus) ? language.factor(Math.round(cpus * 1000) / 1000.0) : "–";
    }

    private boolean knowsOthers() {
        return runs.values().stream().flatMap(List::stream).anyMatch(stretch -> Double.isFinite(stretch.others()));
    }

    private double most(User user) {
        return runs.values().stream()
                .flatMap(List::stream)
                .mapToDouble(user.cpus())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private static boolean isOthers(User user) {
        return user.line() == LineStyle.DOTTED;
    }

    private String words(CpuStretch stretch) {
        return Stretches.words(stretch.startSeconds(), stretch.endSeconds(), language);
    }
}
