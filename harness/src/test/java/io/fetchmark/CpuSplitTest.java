package io.fetchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fetchmark.fork.CpuSet;
import io.fetchmark.fork.ForkedJvm;
import io.fetchmark.fork.Jdk;
import io.fetchmark.fork.Launch;
import io.fetchmark.fork.Parent;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.UrlSpec;
import io.fetchmark.result.NetworkPath;
import io.fetchmark.result.TargetFacts;
import io.fetchmark.result.TargetRuntime;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the CPUs are divided between client and target. */
@Timeout(120)
final class CpuSplitTest {

    private static final NginxSpec NGINX = NginxSpec.welcome("nginx:1.28");
    private static final CpuSplit SPLIT = split("0", "1");
    private static final CpuSet FOUR = CpuSet.parse("0-3");

    @Test
    void withTwoCpusOrMoreClientAndTargetHaveTheirOwn() {
        assumeTrue(Launch.canPin(), "SKIPPED: there is no taskset");
        CpuSet all = CpuSet.allowed().orElseThrow();
        assumeTrue(all.cpus().size() > 1, "SKIPPED: this machine has one CPU");

        CpuSplit split = CpuSplit.of(NGINX);

        assertThat(split.isApart()).isTrue();
        assertThat(Stream.of(split.client(), split.target()).flatMap(set -> set.orElseThrow().cpus().stream()))
                .as("none twice, and none left out")
                .containsExactlyElementsOf(all.cpus());
    }

    @Test
    void aJvmWithOneCpuDividesNothing() throws Exception {
        assumeTrue(Launch.canPin(), "SKIPPED: there is no taskset");
        CpuSet one = new CpuSet(CpuSet.allowed().orElseThrow().cpus().subList(0, 1));

        try (ForkedJvm child = ForkedJvm.start(launch(one), line -> {})) {
            assertThat(child.receive()).hasValue("1 CPU, split false");
        }
    }

    @Test
    void halvesAreOfClientAndTarget() {
        assertThat(CpuSplit.of(FOUR, Optional.empty())).isEqualTo(split("0,1", "2,3"));
    }

    @Test
    void whatTheUserNamesIsTheTargetsAndTheRestTheClients() {
        assertThat(CpuSplit.of(FOUR, Optional.of(CpuSet.parse("0")))).isEqualTo(split("1-3", "0"));
    }

    @Test
    void theClientMayUseAllIfNothingIsLeft() {
        assertThat(CpuSplit.of(FOUR, Optional.of(FOUR))).isEqualTo(new CpuSplit(Optional.empty(), Optional.of(FOUR)));
    }

    @Test
    void cpusOfAnotherMachineAreNotOurs() {
        assertThat(CpuSplit.of(FOUR, Optional.of(CpuSet.parse("8-9"))))
                .isEqualTo(new CpuSplit(Optional.of(FOUR), Optional.empty()));
    }

    @Test
    void aTargetThatRunsAlreadyIsNotHeld() {
        assertThat(CpuSplit.of(new UrlSpec(URI.create("http://127.0.0.1:1"))).isApart())
                .isFalse();
    }

    @Test
    void whatTheTargetWasHeldToIsWhatItsEngineSays() {
        CpuSplit held = SPLIT.beside(facts(NetworkPath.HOST, "127.0.0.1", Optional.of("1")));
        CpuSplit free = SPLIT.beside(facts(NetworkPath.MAPPED, "127.0.0.1", Optional.empty()));

        assertThat(held).isEqualTo(SPLIT);
        assertThat(free.client()).isEqualTo(SPLIT.client());
        assertThat(free.isApart()).isFalse();
    }

    @Test
    void besideATargetOnAnotherMachineTheClientMayUseAllCpus() {
        CpuSplit remote = SPLIT.beside(facts(NetworkPath.MAPPED, "box", Optional.empty()));

        assertThat(remote.client()).isEmpty();
        assertThat(remote.isApart()).isFalse();
    }

    private static TargetFacts facts(NetworkPath path, String host, Optional<String> cpus) {
        return new TargetFacts(
                "nginx",
                TargetRuntime.DOCKER,
                path,
                URI.create("http://" + host + ":40195"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cpus,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static CpuSplit split(String client, String target) {
        return new CpuSplit(Optional.of(CpuSet.parse(client)), Optional.of(CpuSet.parse(target)));
    }

    private static Launch launch(CpuSet cpus) {
        return new Launch(
                Jdk.running(),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList(),
                List.of(),
                Child.class.getName(),
                Optional.of(cpus),
                Map.of());
    }

    /** Says how many CPUs its JVM has, and whether it would divide them. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Parent.listen()
                    .send(Runtime.getRuntime().availableProcessors() + " CPU, split "
                            + CpuSplit.of(NGINX).isApart());
        }
    }
}
