package io.fetchmark.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The plugin is a door: goals know the harness, elements of the POM know plans, and nothing in here knows a library of the harness. */
final class PluginArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.fetchmark.maven");

    @Test
    void theElementsOfThePomKnowPlansAndNothingElseOfTheHarness() {
        classes()
                .that()
                .resideInAPackage("io.fetchmark.maven.pom")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.fetchmark.maven.pom",
                        "io.fetchmark.plan",
                        "java..",
                        "org.codehaus.plexus.configuration",
                        "org.jspecify..")
                .check(OURS);
    }

    @Test
    void noGoalReachesForALibraryOfTheHarness() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.HdrHistogram..",
                        "com.fasterxml.jackson..",
                        "org.testcontainers..",
                        "com.github.dockerjava..",
                        "com.sun.net.httpserver..",
                        "org.knowm.xchart..",
                        "com.samskivert..")
                .check(OURS);
    }
}
