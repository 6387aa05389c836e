package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ClientResourcesTest {

    private static final ClientResources FEW = new ClientResources(OptionalLong.of(256), OptionalLong.of(301));

    @Test
    void aLoadThatNeedsMoreOpenFilesThanThereAreIsRefusedBeforeAnythingStarts() {
        assertThatThrownBy(() -> FEW.check(plan(new Load.Closed(300), Client.EVENT_LOOP)))
                .isInstanceOf(MeasurementException.class)
                .hasMessage("<scenarios><scenario>[home]<load>: 300 connections at once need about 340 open files in a"
                        + " process, which may have 256 here: raise the limit where the build runs (ulimit"
                        + " -n), or lower the load");
        assertThatThrownBy(() -> FEW.check(plan(new Load.Ladder(List.of(1, 250)), Client.ASYNC)))
                .hasMessageContaining("250 connections");
    }

    @Test
    void aLoadThatNeedsMorePortsThanThereAreIsRefused() {
        assertThatThrownBy(() -> new ClientResources(OptionalLong.empty(), OptionalLong.of(301))
                        .check(plan(new Load.Closed(302), Client.THREADS)))
                .hasMessageContaining("302 connections at once need as many local ports, of which there are 301");
    }

    @Test
    void whatIsEnoughOrIsNotKnownIsLeftToTheRun() {
        assertThatCode(() -> {
                    FEW.check(plan(new Load.Closed(200), Client.EVENT_LOOP));
                    FEW.check(plan(new Load.Ladder(List.of(1, 500)), Client.SEQUENTIAL));
                    FEW.check(plan(new Load.Open(1000, Arrivals.POISSON), Client.EVENT_LOOP));
                    new ClientResources(OptionalLong.empty(), OptionalLong.empty())
                            .check(plan(new Load.Closed(10_000), Client.EVENT_LOOP));
                })
                .doesNotThrowAnyException();
        assertThat(ClientResources.here().openFiles().orElse(1)).isPositive();
    }

    private static Plan plan(Load load, Client client) {
        Scenario scenario = Scenario.of("home", Request.get("/"), load, client);
        return new Plan(NginxSpec.welcome("nginx:1.28"), RuntimeChoice.AUTO, List.of(scenario), 1);
    }
}
