package io.fetchmark.result;

import io.fetchmark.json.Json;
import io.fetchmark.plan.Plan;
import io.fetchmark.plan.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    private static Scenario counted(Scenario scenario) {
        return scenario.fetching(scenario.request().withoutSecrets()).limitedBy();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
