package io.fetchmark.maven;

import io.fetchmark.report.ModulePart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * The modules that a page of several is of: the project that has the page, its modules and theirs, and what it depends on
 * in the same build. The one way is for a root, which Maven builds before its modules; the other is for a module that is
 * built after those that it brings together.
 */
record ReactorModules(MavenProject owner, List<MavenProject> all) {

    /** What reaches the phase in which a module measures. */
    private static final Set<String> MEASURING =
            Set.of("integration-test", "post-integration-test", "verify", "install", "deploy");

    ReactorModules {
        all = List.copyOf(all);
    }

    /** @param reactor all projects of the build */
    static ReactorModules of(MavenProject owner, List<MavenProject> reactor) {
        Set<MavenProject> modules = new LinkedHashSet<>(List.of(owner));
        List<MavenProject> collected = owner.getCollectedProjects();
        if (collected != null) {
            modules.addAll(collected);
        }
        reactor.stream().filter(module -> dependsOn(owner, module)).forEach(modules::add);
        return new ReactorModules(owner, new ArrayList<>(modules));
    }

    private static boolean dependsOn(MavenProject owner, MavenProject module) {
        return owner.getDependencies().stream()
                .anyMatch(dependency -> dependency.getGroupId().equals(module.getGroupId())
                        && dependency.getArtifactId().equals(module.getArtifactId()));
    }

    /** Whether there are others than the owner, whose results have a page of their own. */
    boolean areSeveral() {
        return all.size() > 1;
    }

    boolean haveResults() throws IOException {
        for (MavenProject module : all) {
            if (!folders(module).withResults().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** What each execution of each module has left; modules without results are left out. */
    List<ModulePart> parts() throws IOException {
        List<ModulePart> parts = new ArrayList<>();
        for (MavenProject module : all) {
            ResultFolders folders = folders(module);
            for (ExecutionName execution : folders.withResults()) {
                parts.add(ModulePart.read(module.getArtifactId(), execution.text(), folders.of(execution)));
            }
        }
        return parts;
    }

    /**
     * The modules that will measure in this build and have not done so yet.
     *
     * @param goals of the build
     * @param built whether this build is done with a module
     * @param plugin this one, as {@code groupId:artifactId}
     */
    List<MavenProject> late(Collection<String> goals, Predicate<MavenProject> built, String plugin) {
        if (goals.stream().noneMatch(MEASURING::contains)) {
            return List.of();
        }
        return all.stream()
                .filter(module -> !module.equals(owner) && !built.test(module) && measures(module, plugin))
                .toList();
    }

    private static ResultFolders folders(MavenProject module) {
        return new ResultFolders(Path.of(module.getBuild().getDirectory()).resolve("fetchmark"));
    }

    private static boolean measures(MavenProject module, String key) {
        Plugin plugin = module.getBuild().getPluginsAsMap().get(key);
        return plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains("run"));
    }
}
