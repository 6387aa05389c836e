package io.fetchmark.report;

import io.fetchmark.measure.Units;
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

    /** Whose use it is, how it is drawn, and said. */
    private record User(String name, LineStyle line, ToDoubleFunction<CpuStretch> cpus) {}

    private static final List<User> USERS = List.of(
            new User("", LineStyle.SOLID, CpuStretch::client),
            new User(", target", LineStyle.DASHED, CpuStretch::target),
            new User(", others", LineStyle.DOTTED, CpuStretch::others));

    /** Fewer points are no course. */
    private static final int LEAST_STRETCHES = 3;

    private static final int MOST_MARKERS = 12;
    /** So little is what any machine does beside a run. */
    private static final double NOTHING = 0.05;

    private final Map<Client, List<CpuStretch>> runs;
    private final List<User> users;

    private CpuFigure(Map<Client, List<CpuStretch>> runs) {
        this.runs = runs;
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
    static Optional<Figure> of(String id, List<ScenarioResult> results, TargetFacts facts) {
        Map<Client, List<CpuStretch>> runs = new LinkedHashMap<>();
        for (ScenarioResult result : results) {
            List<CpuStretch> stretches = CpuStretch.of(result.slices().orElse(List.of()), facts);
            if (stretches.size() >= LEAST_STRETCHES) {
                runs.put(result.client(), stretches);
            }
        }
        return runs.isEmpty() ? Optional.empty() : Optional.of(new CpuFigure(runs).draw(id, results));
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
                "CPUs in use over the run",
                description(results),
                Axis.linear("seconds since measuring began", ends, Units::factor),
                Axis.linear("CPUs in use", cpus, Units::factor),
                curves);
        return Figure.of(chart, false, key(), data());
    }

    private static Curve curve(Client client, User user, List<CpuStretch> stretches) {
        int each = (stretches.size() + MOST_MARKERS - 1) / MOST_MARKERS;
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            CpuStretch stretch = stretches.get(i);
            double cpus = user.cpus().applyAsDouble(stretch);
            boolean marked = i % each == each / 2 && user.line() == LineStyle.SOLID;
            String title = client + ", " + words(stretch) + ": " + Units.factor(cpus) + " CPUs";
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
        return "How many CPUs client and target kept busy in each stretch of the run. "
                + limits(client, target)
                + (users.stream().anyMatch(CpuFigure::isOthers)
                        ? "What others took, neither of them could use."
                        : knowsOthers() ? "Others took next to nothing." : "");
    }

    private static String limits(OptionalInt client, OptionalDouble target) {
        if (client.isEmpty() || target.isEmpty()) {
            return "";
        }
        return "The client had " + Units.count(client.getAsInt()) + " and the target "
                + Units.factor(target.getAsDouble()) + ": who comes up to that has no CPU time left. ";
    }

    private String key() {
        return "Solid: client."
                + (users.stream().anyMatch(user -> user.line() == LineStyle.DASHED)
                        ? " Dashed: target, while that client fetched."
                        : "")
                + (users.stream().anyMatch(CpuFigure::isOthers)
                        ? " Dotted: other programs and the hypervisor, on the CPUs of both."
                        : "");
    }

    private DataTable data() {
        List<String> columns = new ArrayList<>(List.of("Seconds"));
        runs.keySet().forEach(client -> users.forEach(user -> columns.add(client + user.name())));
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
        return new DataTable("CPUs in use over the run", columns, rows);
    }

    private static String cell(double cpus) {
        return Double.isFinite(cpus) ? Units.factor(Math.round(cpus * 1000) / 1000.0) : "–";
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

    private static String words(CpuStretch stretch) {
        return Stretches.words(stretch.startSeconds(), stretch.endSeconds());
    }
}
