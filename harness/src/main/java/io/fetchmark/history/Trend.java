package io.fetchmark.history;

import io.fetchmark.plan.Client;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario from build to build.
 *
 * @param now the last build
 * @param earlier those that can be held against it by one client at least, the oldest first
 * @param others how many cannot, by the reason
 */
public record Trend(String scenario, Build now, List<Build> earlier, Map<Mismatch, Integer> others) {

    /** What one client measured in one build. */
    public record Point(Build build, BuildFigures figures) {}

    public Trend {
        earlier = List.copyOf(earlier);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /**
     * The trend that a build continues.
     *
     * @param history may hold the build itself, and later ones, which do not count
     */
    public static Trend of(History history, Build now, String scenario) {
        List<BuildFigures> figures = now.results().stream()
                .filter(one -> one.scenario().equals(scenario))
                .toList();
        List<Build> earlier = new ArrayList<>();
        Map<Mismatch, Integer> others = new LinkedHashMap<>();
        for (Build build : history.before(now)) {
            List<Mismatch> reasons = figures.stream()
                    .flatMap(one -> build.whyNotComparableTo(now, one).stream())
                    .toList();
            if (reasons.size() < figures.size()) {
                earlier.add(build);
            } else {
                reasons.stream().findFirst().ifPresent(reason -> others.merge(reason, 1, Integer::sum));
            }
        }
        return new Trend(scenario, now, earlier, others);
    }

    /** The clients of the last build, in its order. */
    public List<Client> clients() {
        return now.results().stream()
                .filter(one -> one.scenario().equals(scenario))
                .map(BuildFigures::client)
                .distinct()
                .toList();
    }

    /** What one client measured in all of these builds that can be compared, the last one at the end. */
    public List<Point> of(Client client) {
        List<Point> points = new ArrayList<>();
        Optional<BuildFigures> last = now.find(scenario, client);
        for (Build build : earlier) {
            last.filter(figures -> build.whyNotComparableTo(now, figures).isEmpty())
                    .flatMap(figures -> build.find(scenario, client))
                    .ifPresent(figures -> points.add(new Point(build, figures)));
        }
        last.ifPresent(figures -> points.add(new Point(now, figures)));
        return points;
    }

    /** This trend with the newest of the earlier builds alone. */
    public Trend newest(int most) {
        return new Trend(scenario, now, earlier.subList(Math.max(0, earlier.size() - most), earlier.size()), others);
    }
}
