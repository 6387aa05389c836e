package io.fetchmark.result;

import io.fetchmark.plan.Client;

/** A client that could not run on this machine, and why. */
public record NotMeasured(String scenario, Client client, String reason) {}
