package io.fetchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanTest {

    @Test
    void aPlanHasOneWorkerUnlessMoreAreWanted() {
        Plan plan = plan(new Load.Closed(2), Client.THREADS);
        assertThat(plan.workers()).isEqualTo(1);
        assertThat(plan.sharedBy(2).workers()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 65})
    void thereIsALeastAndAMostOfWorkers(int workers) {
        Plan plan = plan(new Load.Ladder(List.of(1)), Client.THREADS);
        assertThatThrownBy(() -> plan.sharedBy(workers))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("workers: must be from 1 to 64, was " + workers);
    }

    @Test
    void everyWorkerHasAPartOfAClosedLoad() {
        assertThatThrownBy(() -> plan(new Load.Closed(3), Client.ASYNC).sharedBy(4))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("load: needs a <concurrency> of at least the number of <workers>, 4, was 3");
    }

    @Test
    void sequentialHasOneExchangeInFlightInEveryWorker() {
        Plan plan = new Plan(
                NginxSpec.welcome("any"),
                RuntimeChoice.AUTO,
                4,
                List.of(scenario(new Load.Closed(4), Client.SEQUENTIAL)),
                1);
        assertThatThrownBy(() -> plan.sharedBy(2))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("clients: sequential keeps one exchange in flight in each of the <workers>, so concurrency"
                        + " must be 2, was 4");
    }

    @Test
    void anyNumberOfWorkersSharesAnOpenLoadOrALadder() {
        assertThat(plan(new Load.Open(0.5, Arrivals.POISSON), Client.SEQUENTIAL)
                        .sharedBy(Plan.MOST_WORKERS)
                        .workers())
                .isEqualTo(64);
        assertThat(plan(new Load.Ladder(List.of(1)), Client.SEQUENTIAL)
                        .sharedBy(Plan.MOST_WORKERS)
                        .workers())
                .isEqualTo(64);
    }

    @Test
    void scenariosAndClientsWhoseFilesMeetAreRefusedByName() {
        Scenario one = named("shop-virtual", Client.THREADS);
        assertThatThrownBy(() -> plan(one, named("shop", Client.ASYNC, Client.VIRTUAL_THREADS)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "scenarios: must have names whose files differ, were shop-virtual with threads and shop with"
                                + " virtual-threads, both shop-virtual-threads-*.hlog: rename one");
        assertThatThrownBy(() -> plan(one, named("Shop-Virtual", Client.THREADS)))
                .hasMessageContaining("were shop-virtual with threads and Shop-Virtual with threads");
        assertThat(plan(one, named("shop", Client.ASYNC, Client.THREADS)).scenarios())
                .hasSize(2);
    }

    private static Scenario named(String name, Client... clients) {
        return Scenario.of(name, Request.get("/"), new Load.Ladder(List.of(1)), clients);
    }

    private static Plan plan(Scenario... scenarios) {
        return new Plan(NginxSpec.welcome("any"), RuntimeChoice.AUTO, List.of(scenarios), 1);
    }

    private static Plan plan(Load load, Client client) {
        return new Plan(NginxSpec.welcome("any"), RuntimeChoice.AUTO, List.of(scenario(load, client)), 1);
    }

    private static Scenario scenario(Load load, Client client) {
        return Scenario.of("s", Request.get("/"), load, client);
    }
}
