package io.fetchmark.comparison;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Regression;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Comparison;
import io.fetchmark.worker.Place;

/**
 * One client of one scenario that is to be compared.
 *
 * @param scenario has a {@link Regression}
 * @param workers how many forked JVMs drive its load together
 * @param place where they run
 */
public record Entry(Scenario scenario, Client client, int workers, Place place) {

    public Entry {
        if (scenario.regression().isEmpty()) {
            throw new IllegalArgumentException("is not to be compared: " + scenario.name());
        }
    }

    Regression regression() {
        return scenario.regression().orElseThrow();
    }

    /** Whether a comparison is of this scenario and client. */
    boolean isOf(Comparison comparison) {
        return comparison.scenario().equals(scenario.name()) && comparison.client() == client;
    }
}
