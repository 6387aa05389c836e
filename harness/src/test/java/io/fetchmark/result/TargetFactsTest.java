package io.fetchmark.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TargetFactsTest {

    private static final URI HERE = URI.create("http://127.0.0.1:40195");

    @Test
    void aListOfCpusIsCounted() {
        assertThat(held("1").availableCpus()).hasValue(1);
        assertThat(held("0-3,8").availableCpus()).hasValue(5);
        assertThat(facts(TargetRuntime.DOCKER, NetworkPath.HOST, HERE, null, null)
                        .availableCpus())
                .isEmpty();
    }

    @Test
    void aQuotaCountsWhereItIsLess() {
        assertThat(facts(TargetRuntime.DOCKER, NetworkPath.HOST, HERE, "0,1", 0.5)
                        .availableCpus())
                .hasValue(0.5);
        assertThat(facts(TargetRuntime.DOCKER, NetworkPath.HOST, HERE, "0,1", 3.0)
                        .availableCpus())
                .hasValue(2);
        assertThat(facts(TargetRuntime.DOCKER, NetworkPath.HOST, HERE, null, 3.0)
                        .availableCpus())
                .hasValue(3);
    }

    @Test
    void targetsThatRanAlikeMayBeCompared() {
        TargetFacts one = held("1");

        assertThat(one.whyNotComparableTo(one)).isEmpty();
        assertThat(one.whyNotComparableTo(held("3")))
                .as("another CPU, as many of them")
                .isEmpty();
        assertThat(one.whyNotComparableTo(
                        facts(TargetRuntime.DOCKER, NetworkPath.HOST, URI.create("http://127.0.0.1:1"), "1", null)))
                .as("another port")
                .isEmpty();
    }

    @Test
    void whatRanInAnotherWayIsNotCompared() {
        TargetFacts container = held("1");
        TargetFacts embedded = facts(TargetRuntime.EMBEDDED, NetworkPath.LOOPBACK, HERE, "1", null);

        assertThat(container.whyNotComparableTo(embedded))
                .contains("the targets are not comparable: runtime docker and embedded; network path host and"
                        + " loopback");
        assertThat(embedded.whyNotComparableTo(container)).isPresent();
        assertThat(container.whyNotComparableTo(facts(TargetRuntime.DOCKER, NetworkPath.MAPPED, HERE, "1", null)))
                .contains("the targets are not comparable: network path host and mapped");
    }

    @Test
    void aPortOfAnotherMachineIsAnotherWay() {
        TargetFacts here = facts(TargetRuntime.DOCKER, NetworkPath.MAPPED, HERE, null, null);
        TargetFacts there = facts(TargetRuntime.DOCKER, NetworkPath.MAPPED, URI.create("http://box:40195"), null, null);

        assertThat(here.whyNotComparableTo(there))
                .contains("the targets are not comparable: network path mapped and mapped on another machine");
        assertThat(there.whyNotComparableTo(there)).isEmpty();
    }

    @Test
    void whoHadOtherCpusIsNotCompared() {
        assertThat(held("1").whyNotComparableTo(held("1-3"))).contains("the targets are not comparable: CPUs 1 and 3");
        assertThat(held("1").whyNotComparableTo(facts(TargetRuntime.DOCKER, NetworkPath.HOST, HERE, null, null)))
                .contains("the targets are not comparable: CPUs 1 and not limited");
        assertThat(held("1").whyNotComparableTo(facts(TargetRuntime.DOCKER, NetworkPath.HOST, HERE, "1", 0.5)))
                .contains("the targets are not comparable: CPUs 1 and 0.5");
    }

    private static TargetFacts held(String cpus) {
        return facts(TargetRuntime.DOCKER, NetworkPath.HOST, HERE, cpus, null);
    }

    private static TargetFacts facts(
            TargetRuntime runtime, NetworkPath path, URI url, @Nullable String cpus, @Nullable Double quota) {
        return new TargetFacts(
                "nginx",
                runtime,
                path,
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(cpus),
                Optional.ofNullable(quota)
                        .map(share -> new TargetLimits(OptionalDouble.of(share), OptionalLong.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
