package io.fetchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.Arrivals;
import io.fetchmark.plan.Client;
import io.fetchmark.plan.Load;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.Request;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Scenario;
import io.fetchmark.result.Pair;
import io.fetchmark.target.Docker;
import io.fetchmark.target.Target;
import io.fetchmark.target.TargetHost;
import io.fetchmark.target.TargetOrder;
import io.fetchmark.worker.Assignment;
import io.fetchmark.worker.Crew;
import io.fetchmark.worker.Place;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContestTest {

    private static final Duration BLOCK = Duration.ofMillis(250);

    @TempDir
    Path directory;

    @Test
    void aSlowerCandidateIsSlowerInItsPairs() throws Exception {
        List<Pair> pairs = contest(RuntimeChoice.EMBEDDED, "nginx:1.28", new Load.Closed(4), 2, 6);

        assertThat(pairs).hasSize(6).allSatisfy(pair -> {
            // The candidate lets every response wait for 20 ms. Nothing is due in a block of a machine that stands
            // still.
            if (pair.candidate().requests() > 0) {
                assertThat(pair.candidate().p50()).isGreaterThanOrEqualTo(20_000_000);
            }
            assertThat(pair.candidate().failed()).isZero();
            assertThat(pair.baseline().failed()).isZero();
        });
        assertThat(pairs)
                .as("all but one or two in which the machine stood still")
                .filteredOn(pair -> pair.candidate().requests() > 0
                        && pair.candidate().perSecond() < pair.baseline().perSecond())
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(pairs.stream().map(Pair::candidateStart)).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void containersArePausedButForTheirBlocks() throws Exception {
        Docker.assumeEngine();
        List<Pair> pairs = contest(RuntimeChoice.DOCKER, Docker.image(), new Load.Open(400, Arrivals.POISSON), 2, 4);

        assertThat(pairs).hasSize(4).allSatisfy(pair -> {
            assertThat(pair.candidate().p50()).isGreaterThanOrEqualTo(20_000_000);
            assertThat(pair.candidate().failed()).isZero();
            assertThat(pair.baseline().failed()).isZero();
            assertThat(pair.baseline().targetCpuNanosPerRequest()).isPresent();
            // Both sides of a pair have the same arrivals.
            assertThat(pair.candidate().requests()).isEqualTo(pair.baseline().requests());
        });
    }

    private List<Pair> contest(RuntimeChoice runtime, String image, Load load, int starts, int pairs) throws Exception {
        NginxSpec slow = new NginxSpec(image, Optional.empty(), Optional.empty(), Duration.ofMillis(20));
        try (TargetHost host =
                new TargetHost(Jdk.running(), classPath(), line -> System.out.println("forked: " + line))) {
            List<Target> candidates = new ArrayList<>();
            List<Target> baselines = new ArrayList<>();
            for (int start = 0; start < starts; start++) {
                candidates.add(start(host, "candidate-" + start, slow, runtime));
                baselines.add(start(host, "baseline-" + start, NginxSpec.welcome(image), runtime));
            }
            Scenario scenario = Scenario.of("home-page", Request.get("/"), load, Client.EVENT_LOOP);
            Assignment assignment =
                    Assignment.inBlocks(Contest.targets(candidates, baselines), scenario, Client.EVENT_LOOP);
            Place place = new Place(Jdk.running(), classPath(), List.of(), Optional.empty());
            try (Crew crew =
                    Crew.start(assignment, 1, place, progress -> {}, line -> System.out.println("forked: " + line))) {
                Contest contest = new Contest(candidates, baselines, crew, false, new SplittableRandom(3));
                List<Pair> measured = new ArrayList<>();
                for (int pair = 0; pair < pairs; pair++) {
                    measured.add(contest.measure(BLOCK));
                }
                assertThat(crew.end()).isEqualTo(Runtime.version().toString());
                return measured;
            }
        }
    }

    private Target start(TargetHost host, String name, NginxSpec spec, RuntimeChoice runtime) throws Exception {
        Files.createDirectories(directory);
        Target target = host.start(new TargetOrder(name, spec, runtime, directory, Optional.empty(), TargetOrder.ANY));
        target.pause();
        return target;
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }
}
