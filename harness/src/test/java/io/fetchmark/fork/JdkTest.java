package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdkTest {

    @TempDir
    private Path folder;

    @Test
    void theOneThatRunsThisIsFoundAtItsHome() throws Exception {
        Jdk running = Jdk.running();
        assertThat(Jdk.at(running.home()).feature()).isEqualTo(running.feature());
        assertThat(running.executable()).isExecutable();
    }

    @Test
    void aFolderWithoutJavaIsRefusedByName() {
        assertThatThrownBy(() -> Jdk.at(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no Java installation")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aVersionThatCannotBeReadIsRefused() throws Exception {
        Path home = installation("odd", "twenty");
        assertThatThrownBy(() -> Jdk.at(home))
                .hasMessageContaining("JAVA_VERSION")
                .hasMessageContaining("twenty");
    }

    @Test
    void theLowestVersionThatWillDoIsChosen() throws Exception {
        Map<String, String> environment = Map.of(
                "JAVA_HOME", installation("a", "1000.0.1").toString(),
                "JAVA_HOME_1002_X64", installation("b", "1002").toString(),
                "JAVA_HOME_1001_X64", installation("c", "1001.0.2").toString(),
                "JAVA_HOME_1003_X64", folder.resolve("gone").toString(),
                "OTHER", installation("d", "1001").toString());
        assertThat(Jdk.search(1001, environment)).map(Jdk::version).hasValue(Runtime.Version.parse("1001.0.2"));
        assertThat(Jdk.search(1003, environment)).isEqualTo(Optional.empty());
    }

    private Path installation(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : new String[] {"java", "java.exe"}) {
            assertThat(Files.createFile(home.resolve("bin").resolve(program))
                            .toFile()
                            .setExecutable(true))
                    .isTrue();
        }
        return home;
    }
}
