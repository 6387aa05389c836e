package io.fetchmark.maven;

import io.fetchmark.maven.pom.Configuration;
import io.fetchmark.maven.pom.ConfigurationElement;
import io.fetchmark.maven.pom.Globs;
import io.fetchmark.maven.pom.InvalidPom;
import io.fetchmark.maven.pom.KnownElements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The executions of this plugin that the POM of the current project has. */
record PomExecutions(MavenSession session, MojoExecution own) {

    /** Those that have the goal {@code run}, in the order of their names. */
    Map<ExecutionName, PluginExecution> running() {
        Map<ExecutionName, PluginExecution> running = new TreeMap<>();
        for (PluginExecution execution : executions(session.getCurrentProject())) {
            running.put(ExecutionName.of(execution.getId()), execution);
        }
        return running;
    }

    /**
     * Checks what Maven does not: that each element is one of ours, and that no two executions share a folder.
     *
     * @throws InvalidPom if one is not, or they do
     */
    void check() throws InvalidPom {
        List<PluginExecution> all = executions(session.getCurrentProject());
        for (PluginExecution one : all) {
            for (PluginExecution other : all) {
                if (one != other && ExecutionName.of(one.getId()).meets(ExecutionName.of(other.getId()))) {
                    throw InvalidPom.of("<executions>: must have <id>s whose folders differ, were " + one.getId()
                            + " and " + other.getId() + ", both in target/fetchmark/" + ExecutionName.of(one.getId())
                            + ": rename one");
                }
            }
        }
        Map<String, PlexusConfiguration> configurations = new LinkedHashMap<>();
        plugin(session.getCurrentProject()).ifPresent(plugin -> {
            of(plugin.getConfiguration()).ifPresent(dom -> configurations.put("<configuration>", dom));
            for (PluginExecution execution : plugin.getExecutions()) {
                of(execution.getConfiguration())
                        .ifPresent(dom ->
                                configurations.put("<execution>[" + execution.getId() + "]<configuration>", dom));
            }
        });
        KnownElements.check(configurations, parameters());
    }

    /**
     * Checks that no other execution is meant where the own one has no scenario.
     *
     * @throws InvalidPom if there are others; it says how to call them
     */
    void checkNotMeant() throws InvalidPom {
        List<String> others = running().values().stream()
                .map(PluginExecution::getId)
                .filter(id -> !id.equals(own.getExecutionId()))
                .map(id -> "mvn fetchmark:" + own.getGoal() + "@" + id)
                .toList();
        if (!others.isEmpty()) {
            throw InvalidPom.of("<scenarios>: must name at least one <scenario>, was empty for execution "
                    + own.getExecutionId() + ", which is that of a call by hand; those of the POM are called by "
                    + String.join(", ", others));
        }
    }

    /** What any goal of the plugin may be given. */
    private Set<String> parameters() {
        return own.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .flatMap(mojo -> mojo.getParameters().stream())
                .filter(Parameter::isEditable)
                .flatMap(parameter -> Stream.of(parameter.getName(), parameter.getAlias()))
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<PlexusConfiguration> of(@Nullable Object configuration) {
        return configuration instanceof Xpp3Dom dom ? Optional.of(new XmlPlexusConfiguration(dom)) : Optional.empty();
    }

    private Optional<Plugin> plugin(MavenProject project) {
        return Optional.ofNullable(
                project.getBuild().getPluginsAsMap().get(own.getPlugin().getKey()));
    }

    /**
     * What each of them is to measure.
     *
     * @throws MojoExecutionException if there is none
     */
    Map<ExecutionName, Configuration> configurations() throws MojoExecutionException {
        Map<ExecutionName, Configuration> configurations = new TreeMap<>();
        for (Map.Entry<ExecutionName, PluginExecution> execution : running().entrySet()) {
            configurations.put(execution.getKey(), configuration(execution.getValue(), ConfigurationElement.NAMES));
        }
        if (configurations.isEmpty()) {
            throw new MojoExecutionException("there is nothing to judge: execution " + own.getExecutionId()
                    + " has measured nothing, and no other execution of the plugin has the goal run");
        }
        return configurations;
    }

    /** The {@code <history>} of an execution as the POM has it; absent if it has none. */
    Optional<String> history(ExecutionName execution) throws MojoExecutionException {
        PluginExecution found = running().get(execution);
        return found == null
                ? Optional.empty()
                : Optional.ofNullable(configuration(found, Set.of("history")).history());
    }

    /** Whether the globs match a scenario of an execution in this build, in any module, and none of the configuration. */
    boolean haveInsteadOf(Configuration configuration, Globs globs) {
        Stream<Xpp3Dom> all = session.getProjects().stream()
                .flatMap(project -> executions(project).stream())
                .map(PluginExecution::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
        return !globs.matchAny(configuration.names())
                && all.anyMatch(dom -> globs.matchAny(scenarioNames(new XmlPlexusConfiguration(dom))));
    }

    private static List<String> scenarioNames(PlexusConfiguration configuration) {
        return Stream.of(configuration.getChild("scenarios").getChildren("scenario"))
                .map(scenario -> scenario.getChild("name").getValue(""))
                .toList();
    }

    /** Of a call from the command line, Maven's own description of the execution does not know the POM. */
    private List<PluginExecution> executions(MavenProject project) {
        return plugin(project).stream()
                .flatMap(plugin -> plugin.getExecutions().stream())
                .filter(execution -> execution.getGoals().contains("run"))
                .toList();
    }

    private Configuration configuration(PluginExecution execution, Set<String> names) throws MojoExecutionException {
        ConfigurationElement element = new ConfigurationElement();
        XmlPlexusConfiguration known = new XmlPlexusConfiguration("configuration");
        if (execution.getConfiguration() instanceof Xpp3Dom dom) {
            for (PlexusConfiguration child : new XmlPlexusConfiguration(dom).getChildren()) {
                if (names.contains(child.getName())) {
                    known.addChild(child);
                }
            }
        }
        try {
            new PomConfigurator()
                    .configureComponent(
                            element,
                            known,
                            new PluginParameterExpressionEvaluator(session, own),
                            own.getMojoDescriptor().getRealm());
            return element.configuration();
        } catch (ComponentConfigurationException e) {
            throw new MojoExecutionException(
                    "the configuration of execution " + execution.getId() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
