package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fetchmark.fork.Jdk;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that cannot be used, and why. */
final class KnockTest {

    @TempDir
    Path directory;

    private Path socket;
    private String place;

    @BeforeEach
    void setUp() {
        assumeThat(System.getProperty("os.name"))
                .as("SKIPPED: sockets of files are for systems that have them")
                .doesNotContain("Windows");
        socket = directory.resolve("docker.sock");
        place = "unix://" + socket;
    }

    @Test
    void anEngineThatIsTooNewIsTold() throws Exception {
        String words =
                "client version 1.32 is too old. Minimum supported API version is 1.99, please upgrade your client"
                        + " to a newer version";
        assertFailure(words, "it is too new for this Fetchmark: take a newer Fetchmark");
    }

    @Test
    void anEngineThatIsTooOldIsTold() throws Exception {
        String words = "client version 1.32 is too new. Maximum supported API version is 1.24";
        assertFailure(words, "it is too old: update it to one with API 1.32, which is Docker 17.09, or later");
    }

    private void assertFailure(String words, String remedy) throws Exception {
        try (FakeEngine engine = new FakeEngine(socket, words)) {
            TargetOrder order = Hosts.order(NginxSpec.welcome("nginx"), RuntimeChoice.DOCKER, directory);
            assertThatThrownBy(() -> Hosts.start(
                            order, Map.of("DOCKER_HOST", engine.place().toString())))
                    .isInstanceOf(TargetFailure.class)
                    .hasMessageContaining("no Docker engine answers at DOCKER_HOST=" + place + " (it says: " + words)
                    .hasMessageContaining(remedy);
        }
    }

    @Test
    void aSocketThatIsNotThereOrHasNobodyBehindItIsTold() throws Exception {
        assertThat(Knock.at(place)).isEqualTo(" (there is no such socket)");
        listen().close();
        assertThat(Knock.at(place)).isEqualTo(" (nobody listens there: start the engine)");
        assertThat(Knock.at("tcp://127.0.0.1:1")).isEqualTo(" (nobody listens there: start the engine)");
    }

    @Test
    void anEngineThatHangsIsTold() throws Exception {
        try (ServerSocketChannel server = listen()) {
            assertThat(Knock.at(place)).isEqualTo(" (it does not answer within 5 s: restart it)");
            assertThat(server.isOpen()).isTrue();
        }
    }

    @Test
    void aSocketThatTheUserMayNotUseIsTold() throws Exception {
        try (ServerSocketChannel server = listen()) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            assertThat(knockAsAnother())
                    .isEqualTo(" (this user may not use it: add the user to the group docker and log in again, or build"
                            + " with sudo)");
            assertThat(server.isOpen()).isTrue();
        }
    }

    private ServerSocketChannel listen() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    /** In a JVM of a user without any rights, as only root can start one. */
    private String knockAsAnother() throws IOException {
        assumeThat(System.getProperty("user.name") + " " + Files.isExecutable(Path.of("/usr/bin/setpriv")))
                .as("SKIPPED: only root can be another user")
                .isEqualTo("root true");
        Path classes = Files.createDirectories(directory.resolve("classes/io/fetchmark/target"));
        for (Class<?> type : List.of(Knock.class, KnockMain.class)) {
            try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                Files.copy(Objects.requireNonNull(bytes), classes.resolve(type.getSimpleName() + ".class"));
            }
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        command.addAll(List.of(
                Jdk.running().executable().toString(),
                "-cp",
                directory.resolve("classes").toString(),
                KnockMain.class.getName(),
                place));
        return " " + Docker.run(command.toArray(String[]::new));
    }
}
