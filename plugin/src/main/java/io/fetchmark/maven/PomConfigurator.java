package io.fetchmark.maven;

import io.fetchmark.maven.pom.KnownElements;
import java.util.List;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Maven's own way to fill a goal from its {@code <configuration>}, once each element is one of ours. */
public final class PomConfigurator extends BasicComponentConfigurator {

    /** By which Maven finds it, as {@code META-INF/plexus/components.xml} has it. */
    static final String HINT = "fetchmark";

    @Override
    public void configureComponent(
            Object component,
            PlexusConfiguration configuration,
            ExpressionEvaluator evaluator,
            ClassRealm realm,
            ConfigurationListener listener)
            throws ComponentConfigurationException {
        List<String> problems = KnownElements.unknownBelow(configuration);
        if (!problems.isEmpty()) {
            throw new ComponentConfigurationException(String.join("\n  ", problems));
        }
        super.configureComponent(component, configuration, evaluator, realm, listener);
    }
}
