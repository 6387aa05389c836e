package io.fetchmark.maven.pom;

import io.fetchmark.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration in the making: the smallest that is right, until a test changes it. */
final class Draft {

    final TargetElement target = new TargetElement();
    final ScenarioElement scenario = new ScenarioElement();
    final LoadElement load = new LoadElement();
    final List<ScenarioElement> scenarios = new ArrayList<>();

    JarShelf shelf = JarShelf.UNSEEN;

    @Nullable BaselineElement baseline;

    @Nullable String workers;

    @Nullable String onInconclusive;

    @Nullable String history;

    @Nullable String exports;

    Draft() {
        scenario.name = "home";
        scenario.load = load;
        load.concurrency = "2";
        scenarios.add(scenario);
    }

    NginxElement nginx() {
        NginxElement element = target.nginx == null ? new NginxElement() : target.nginx;
        target.nginx = element;
        return element;
    }

    ContainerElement container() {
        if (target.container == null) {
            target.container = new ContainerElement();
            target.container.image = "acme/shop:1.4";
            target.container.port = "8080";
        }
        return target.container;
    }

    JarElement jar() {
        if (target.jar == null) {
            target.jar = new JarElement();
            target.jar.file = "target/shop.jar";
            target.jar.port = "8080";
        }
        return target.jar;
    }

    /** A service of a file that need not be there. */
    ComposeElement compose() {
        if (target.compose == null) {
            target.compose = new ComposeElement();
            target.compose.file = "compose.yaml";
            target.compose.service = "web";
            target.compose.port = "8080";
        }
        return target.compose;
    }

    BaselineElement baseline() {
        BaselineElement element = baseline == null ? new BaselineElement() : baseline;
        baseline = element;
        return element;
    }

    RegressionElement regression() {
        RegressionElement element = scenario.regression == null ? new RegressionElement() : scenario.regression;
        scenario.regression = element;
        return element;
    }

    /** Holds the scenario against a baseline, nginx with its welcome page, in the default way. */
    Draft compared() {
        baseline().nginx = new NginxElement();
        regression();
        return this;
    }

    static JarElement jar(String file, String port) {
        JarElement jar = new JarElement();
        jar.file = file;
        jar.port = port;
        return jar;
    }

    static ContainerElement companion(String name, String image) {
        ContainerElement companion = new ContainerElement();
        companion.name = name;
        companion.image = image;
        return companion;
    }

    static FileElement file(@Nullable String from, @Nullable String to) {
        FileElement file = new FileElement();
        file.from = from;
        file.to = to;
        return file;
    }

    static VolumeElement volume(@Nullable String from, @Nullable String name, @Nullable String to) {
        VolumeElement volume = new VolumeElement();
        volume.from = from;
        volume.name = name;
        volume.to = to;
        return volume;
    }

    ReadyElement ready() {
        ReadyElement element = container().ready == null ? new ReadyElement() : container().ready;
        container().ready = element;
        return element;
    }

    RequestElement request() {
        RequestElement element = scenario.request == null ? new RequestElement() : scenario.request;
        scenario.request = element;
        return element;
    }

    ExpectElement expect() {
        ExpectElement element = request().expect == null ? new ExpectElement() : request().expect;
        request().expect = element;
        return element;
    }

    LimitsElement limits() {
        LimitsElement element = scenario.limits == null ? new LimitsElement() : scenario.limits;
        scenario.limits = element;
        return element;
    }

    Draft also(String name) {
        ScenarioElement other = new ScenarioElement();
        other.name = name;
        other.load = load;
        scenarios.add(other);
        return this;
    }

    Plan read(Path project, Choices choices) throws InvalidPom {
        return new PlanReader(project, 7, shelf)
                .read(
                        new Configuration(target, baseline, workers, onInconclusive, history, exports, scenarios),
                        choices);
    }
}
