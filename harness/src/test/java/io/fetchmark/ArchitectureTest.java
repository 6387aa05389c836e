package io.fetchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The staircase of packages: each may use only what is listed for it. */
final class ArchitectureTest {

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("plan", Set.of()),
            Map.entry("stats", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("fork", Set.of()),
            Map.entry("measure", Set.of("plan")),
            Map.entry("arrival", Set.of("plan")),
            Map.entry("result", Set.of("plan", "measure", "json")),
            Map.entry("gate", Set.of("plan", "stats", "result")),
            Map.entry("http1", Set.of()),
            Map.entry("engine", Set.of("plan", "arrival", "measure", "http1")),
            Map.entry("target", Set.of("plan", "result", "fork", "json")),
            Map.entry("worker", Set.of("plan", "arrival", "engine", "measure", "result", "fork", "json")),
            Map.entry("verdict", Set.of("plan", "stats", "result", "gate", "baseline", "measure", "json")),
            Map.entry("comparison", Set.of("plan", "fork", "measure", "result", "gate", "target", "worker")),
            Map.entry("baseline", Set.of("plan", "stats", "result", "gate", "measure", "calibration", "json")),
            Map.entry("calibration", Set.of("plan", "result", "measure", "json")),
            Map.entry("history", Set.of("plan", "result", "verdict", "calibration", "json")),
            Map.entry("export", Set.of("plan", "result", "verdict", "history", "measure", "json")),
            Map.entry("report", Set.of("plan", "result", "verdict", "history", "calibration", "measure")));

    private static final Map<String, String> DOORS = Map.of(
            "org.HdrHistogram..", "measure",
            "org.apache.commons.numbers..", "stats",
            "com.fasterxml.jackson..", "json",
            "org.testcontainers..", "target",
            "com.github.dockerjava..", "target",
            "com.sun.net.httpserver..", "target",
            "org.knowm.xchart..", "report",
            "com.samskivert..", "report");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.fetchmark");

    @Test
    void everyPackageHasAPlaceInTheStaircase() {
        Set<String> packages = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("io.fetchmark"))
                .map(name -> name.substring("io.fetchmark.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void noPackageUsesOneThatIsNotBelowIt() {
        MAY_USE.forEach((name, allowed) -> classes()
                .that()
                .resideInAPackage("io.fetchmark." + name)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are outside Fetchmark or in " + allowed, type -> isAllowed(type, name, allowed)))
                .allowEmptyShould(true)
                .check(OURS));
    }

    @Test
    void eachLibraryHasOneDoor() {
        DOORS.forEach((library, door) -> noClasses()
                .that()
                .resideOutsideOfPackage("io.fetchmark." + door)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(OURS));
    }

    /** Else what is written for a program has the digits and letters of the language of the machine. */
    @Test
    void nothingIsFormattedInTheLanguageOfTheMachine() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .check(OURS);
    }

    @Test
    void whatConnectsToATargetHasNoProxy() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.fetchmark.engine.TunedClient")
                .and()
                .doNotHaveFullyQualifiedName("io.fetchmark.target.CheckClient")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient$Builder")
                .orShould()
                .callConstructor(java.net.Socket.class)
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .check(OURS);
    }

    @Test
    void nothingKnowsMaven() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .check(OURS);
    }

    private static boolean isAllowed(JavaClass type, String own, Set<String> allowed) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.equals("io.fetchmark") && !name.startsWith("io.fetchmark.")) {
            return true;
        }
        String tail = name.equals("io.fetchmark") ? "" : name.substring("io.fetchmark.".length());
        return tail.equals(own) || allowed.contains(tail);
    }
}
