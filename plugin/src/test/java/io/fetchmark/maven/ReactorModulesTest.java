package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.report.ModulePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReactorModulesTest {

    private static final String PLUGIN = "io.fetchmark:fetchmark-maven-plugin";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aRootHasItsModulesAndTheirs() {
        MavenProject root = project("root");
        MavenProject one = project("one");
        MavenProject two = project("two");
        root.setCollectedProjects(List.of(one, two));

        assertThat(ReactorModules.of(root, List.of(root, one, two)).all()).containsExactly(root, one, two);
        assertThat(ReactorModules.of(root, List.of(root)).all())
                .as("of a build of the root alone")
                .containsExactly(root, one, two);
    }

    @Test
    void aModuleWithoutModulesHasThoseThatItDependsOn() {
        MavenProject root = project("root");
        MavenProject one = project("one");
        MavenProject two = project("two");
        MavenProject last = project("last");
        root.setCollectedProjects(List.of(one, two, last));
        Dependency dependency = new Dependency();
        dependency.setGroupId(one.getGroupId());
        dependency.setArtifactId("one");
        last.getModel().addDependency(dependency);

        List<MavenProject> reactor = List.of(root, one, two, last);
        assertThat(ReactorModules.of(last, reactor).all()).containsExactly(last, one);
        assertThat(ReactorModules.of(two, reactor).areSeveral()).isFalse();
    }

    @Test
    void modulesWithoutResultsAreLeftOut() throws IOException {
        MavenProject root = project("root");
        MavenProject one = project("one");
        MavenProject two = project("two");
        root.setCollectedProjects(List.of(one, two));
        ReactorModules modules = ReactorModules.of(root, List.of(root, one, two));
        assertThat(modules.haveResults()).isFalse();
        assertThat(modules.parts()).isEmpty();

        Path perf = Files.createDirectories(directory.resolve("two/target/fetchmark/perf"));
        Files.writeString(perf.resolve("result.json"), "{");

        assertThat(modules.haveResults()).isTrue();
        assertThat(modules.parts()).singleElement().satisfies(part -> {
            assertThat(part).isInstanceOf(ModulePart.Unreadable.class);
            assertThat(part.module()).isEqualTo("two");
            assertThat(part.execution()).isEqualTo("perf");
        });
    }

    @Test
    void aModuleIsLateIfThisBuildIsStillToMeasureIt() {
        MavenProject root = measuring("root");
        MavenProject one = measuring("one");
        MavenProject two = measuring("two");
        MavenProject docs = project("docs");
        root.setCollectedProjects(List.of(one, two, docs));
        ReactorModules modules = ReactorModules.of(root, List.of(root, one, two, docs));

        assertThat(modules.late(List.of("verify", "site"), one::equals, PLUGIN)).containsExactly(two);
        assertThat(modules.late(List.of("site"), one::equals, PLUGIN))
                .as("this build measures nothing")
                .isEmpty();
    }

    private MavenProject measuring(String name) {
        MavenProject project = project(name);
        PluginExecution execution = new PluginExecution();
        execution.addGoal("run");
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.fetchmark");
        plugin.setArtifactId("fetchmark-maven-plugin");
        plugin.addExecution(execution);
        project.getBuild().addPlugin(plugin);
        return project;
    }

    private MavenProject project(String name) {
        Model model = new Model();
        model.setGroupId("com.example");
        model.setArtifactId(name);
        model.setVersion("1");
        Build build = new Build();
        build.setDirectory(directory.resolve(name).resolve("target").toString());
        model.setBuild(build);
        return new MavenProject(model);
    }
}
