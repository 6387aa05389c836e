package io.fetchmark;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Client;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Picks the Java installation that drives the load of a client. */
final class JdkChoice {

    private final Jdk preferred;
    private final List<Jdk> others;
    private final Map<String, String> environment;

    /**
     * @param preferred taken for every client that it has
     * @param others looked through before the usual places
     * @param environment where {@link Jdk#search} begins
     */
    JdkChoice(Jdk preferred, List<Jdk> others, Map<String, String> environment) {
        this.preferred = preferred;
        this.others = others;
        this.environment = environment;
    }

    /** The preferred installation, or else the lowest version that has the client; empty if there is none. */
    Optional<Jdk> choose(Client client) {
        int feature = client.minimumJdk();
        if (preferred.feature() >= feature) {
            return Optional.of(preferred);
        }
        return others.stream()
                .filter(jdk -> jdk.feature() >= feature)
                .min(Comparator.comparing(Jdk::version))
                .or(() -> Jdk.search(feature, environment));
    }

    /** Why {@link #choose} found none. */
    String reason(Client client) {
        return client + " needs Java " + client.minimumJdk() + " or later; the load runs on Java " + preferred.feature()
                + " and no later one was found (name one by -Dfetchmark.jdk or a Maven toolchain)";
    }

    /** What a reader must know of a choice that is not the preferred one. */
    Optional<String> warning(Client client, Jdk chosen) {
        return chosen.equals(preferred)
                ? Optional.empty()
                : Optional.of(client + " ran on Java " + chosen.version() + ", as Java " + preferred.version()
                        + " does not have it");
    }
}
