package io.fetchmark.result;

import io.fetchmark.json.Json;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A fingerprint of what was asked for: the SHA-256 of the scenarios in their order and of the number of workers, in
 * hexadecimal. Limits do not count, as they may be changed without measuring again. Nor do header values that may be
 * secrets: they change from build to build, and a short one could be found by trying.
 */
public final class ScenarioHash {

    private ScenarioHash() {}

    /** The fingerprint of a plan: 64 digits, equal if and only if the same load was asked for, but for such values. */
    public static String of(Plan plan) {
        String text =
                Json.line(plan.scenarios().stream().map(ScenarioHash::counted).toList()) + plan.workers();
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The fingerprint of the load that one client puts on its target: as that of a plan, but what is compared of it, and
     * how long it is measured, does not count.
     */
    public static String of(Scenario scenario, Client client, int workers) {
        Scenario alone = new Scenario(
                scenario.name(),
                List.of(client),
                scenario.threads(),
                scenario.connections(),
                scenario.request(),
                scenario.load(),
                scenario.warmUp(),
                Scenario.DEFAULT_DURATION,
                List.of());
        String text = Json.line(counted(alone)) + workers;
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Scenario counted(Scenario scenario) {
        return scenario.fetching(scenario.request().withoutSecrets()).limitedBy();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
