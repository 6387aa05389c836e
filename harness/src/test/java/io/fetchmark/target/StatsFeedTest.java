package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.fetchmark.json.Json;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

@Timeout(120)
final class StatsFeedTest {

    @Test
    void theEngineTellsAgainAndAgainWhatAContainerHasUsed() throws Exception {
        Docker.assumeEngine();
        String container = Docker.run("docker", "run", "-d", "--label", "io.fetchmark=" + Owner.self(), Docker.image());
        BlockingQueue<HostMessage.Used> told = new LinkedBlockingQueue<>();
        try (DockerClient client = client();
                StatsFeed feed = StatsFeed.start(client, 7, container, told::add)) {
            assertThat(feed.awaitStarted()).isSameAs(feed);
            HostMessage.Used first = told.poll(30, TimeUnit.SECONDS);
            HostMessage.Used second = told.poll(30, TimeUnit.SECONDS);

            assertThat(first).isNotNull();
            assertThat(second).isNotNull();
            assertThat(first.cpuNanos()).isPositive();
            assertThat(second.cpuNanos()).isGreaterThanOrEqualTo(first.cpuNanos());
        } finally {
            Docker.run("docker", "rm", "-f", container);
        }
    }

    @Test
    void whatTheEngineLeavesOutIsAbsent() throws Exception {
        assertThat(StatsFeed.used(7, statistics("{}"))).isEmpty();
        assertThat(StatsFeed.used(7, statistics("{\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":0}}}")))
                .isEmpty();
        assertThat(StatsFeed.used(7, statistics("{\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":5}}}")))
                .contains(new HostMessage.Used(7, 5, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void ofVersion1TheEngineKnowsThePeakOfMemory() throws Exception {
        HostMessage.Used used = StatsFeed.used(7, statistics("""
                        {"cpu_stats": {"cpu_usage": {"total_usage": 123456789},
                                       "throttling_data": {"periods": 3, "throttled_periods": 1, "throttled_time": 42}},
                         "memory_stats": {"usage": 1000, "max_usage": 2000}}
                        """)).orElseThrow();

        assertThat(used).isEqualTo(new HostMessage.Used(7, 123_456_789, OptionalLong.of(42), OptionalLong.of(2000)));
        assertThat(Json.read(Json.line(used), HostMessage.class)).isEqualTo(used);
    }

    private static Statistics statistics(String json) throws Exception {
        return new ObjectMapper().readValue(json, Statistics.class);
    }

    private static DockerClient client() {
        DefaultDockerClientConfig config =
                DefaultDockerClientConfig.createDefaultConfigBuilder().build();
        return DockerClientImpl.getInstance(
                config,
                new ZerodepDockerHttpClient.Builder()
                        .dockerHost(config.getDockerHost())
                        .build());
    }
}
