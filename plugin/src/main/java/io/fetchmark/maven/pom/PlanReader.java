package io.fetchmark.maven.pom;

import io.fetchmark.plan.Baseline;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.plan.TargetSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The one way from a POM to a plan. It reads nothing but its arguments and whether named files are there, and starts
 * nothing. A shelf of jars may look for them in the Maven repositories.
 *
 * @param baseDirectory where relative paths of the POM start
 * @param chance the seed where none is asked for
 * @param shelf has the jars
 */
public record PlanReader(Path baseDirectory, long chance, JarShelf shelf) {

    private static final Plan SOUND =
            new Plan(NginxSpec.welcome("nginx"), RuntimeChoice.AUTO, List.of(ScenarioReader.ANY_WORKERS), 0);

    /**
     * The plan.
     *
     * @throws InvalidPom if any value is wrong; it names them all
     */
    public Plan read(Configuration configuration, Choices choices) throws InvalidPom {
        Place place = Place.configuration();
        JarReader jars = new JarReader(baseDirectory, choices.jdkImage().orElse(JarSpec.DEFAULT_IMAGE), shelf);
        TargetReader targets = new TargetReader(baseDirectory, choices.image(), jars);
        TargetSpec target = targets.read(place.child("target"), configuration.target());
        Optional<Baseline> baseline = new BaselineReader(targets)
                .read(place.child("baseline"), configuration.baseline(), configuration.target());
        int workers = place.read(
                "workers",
                configuration.workers(),
                SOUND.workers(),
                text -> SOUND.sharedBy(Numbers.whole(text)).workers());
        if (configuration.onInconclusive() != null) {
            OnInconclusive.read(place, configuration.onInconclusive());
        }
        // Told before anything is measured, although it is used after that.
        Keeping unused = Keeping.read(place, baseDirectory, configuration);
        RuntimeChoice runtime = place.setting(
                "runtime", choices.runtime(), RuntimeChoice.AUTO, text -> runtime(text, target, baseline));
        List<Scenario> scenarios = scenarios(place, configuration, new Sides(target, baseline, runtime), workers);
        if (baseline.isPresent() && !configuration.compares()) {
            place.problem("baseline", "needs a scenario with a <regression>, was without one");
        }
        long seed = place.setting("seed", choices.seed(), chance, Numbers::wholeLong);
        place.setting("failOnRegression", choices.failOnRegression(), true, Flag::read);
        List<Scenario> wanted =
                place.setting("scenarios", choices.scenarios(), scenarios, text -> wanted(scenarios, text));
        place.check();
        Optional<Baseline> needed = baseline.filter(any -> wanted.stream().anyMatch(PlanReader::isCompared));
        Plan plan = place.make(SOUND, () -> new Plan(target, needed, runtime, workers, wanted, seed));
        place.check();
        return plan;
    }

    private static List<Scenario> scenarios(Place root, Configuration configuration, Sides sides, int workers) {
        Place place = root.child("scenarios");
        List<ScenarioElement> elements = configuration.scenarios();
        if (elements.isEmpty()) {
            place.problem("must name at least one <scenario>, was empty");
        }
        List<String> names = configuration.names();
        if (names.stream().distinct().count() < names.size()) {
            place.problem("must have names that differ, was " + Place.listing(names));
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (ScenarioElement element : elements) {
            scenarios.add(ScenarioReader.read(place, scenarios.size() + 1, element, sides, workers));
        }
        return scenarios;
    }

    private static boolean isCompared(Scenario scenario) {
        return scenario.regression().isPresent();
    }

    private static List<Scenario> wanted(List<Scenario> scenarios, String text) {
        Globs globs = Globs.parse(text);
        List<Scenario> wanted = scenarios.stream()
                .filter(scenario -> globs.match(scenario.name()))
                .toList();
        if (wanted.isEmpty()) {
            String names = Place.listing(scenarios.stream().map(Scenario::name).toList());
            throw new IllegalArgumentException("must match a scenario, there are " + names + ", was " + text);
        }
        return wanted;
    }

    private static RuntimeChoice runtime(String text, TargetSpec target, Optional<Baseline> baseline) {
        RuntimeChoice choice = runtime(text);
        choice.checkAgainst(target);
        if (baseline.orElse(null) instanceof Baseline.Beside beside) {
            choice.checkAgainst(beside.target());
        }
        return choice;
    }

    private static RuntimeChoice runtime(String text) {
        return Arrays.stream(RuntimeChoice.values())
                .filter(choice -> choice.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + Arrays.toString(RuntimeChoice.values()) + ", was " + text));
    }
}
