package io.fetchmark.worker;

import io.fetchmark.plan.Client;
import io.fetchmark.plan.Scenario;
import java.net.URI;

/**
 * What a crew is to measure: one scenario with one client.
 *
 * @param target where the target answers; paths of requests are appended
 * @param seed where the random choices of this measurement come from
 */
public record Assignment(URI target, Scenario scenario, Client client, long seed) {}
