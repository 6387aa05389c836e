package io.fetchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class UserFoldersTest {

    private final String home = System.getProperty("user.home", "");

    @AfterEach
    void goHome() {
        System.setProperty("user.home", home);
    }

    @Test
    void theCacheIsWhereTheUserHasIt() {
        System.setProperty("user.home", "/home/me");
        assertThat(UserFolders.cache(Map.of("XDG_CACHE_HOME", "/there"))).isEqualTo(Path.of("/there"));
        assertThat(UserFolders.cache(Map.of())).isEqualTo(Path.of("/home/me/.cache"));
        assertThat(UserFolders.cache(Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(Path.of("/home/me/.cache"));
        assertThat(UserFolders.homeOrTemporary()).isEqualTo(Path.of("/home/me"));
    }

    @Test
    void aUserWithoutAHomeHasFoldersAmongTheTemporaryFilesAndNoneInTheProject() {
        for (String unknown : new String[] {"?", "", "relative"}) {
            System.setProperty("user.home", unknown);
            Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
            assertThat(UserFolders.home()).isEmpty();
            assertThat(UserFolders.cache(Map.of())).isAbsolute().startsWithRaw(temporary);
            assertThat(UserFolders.homeOrTemporary()).isAbsolute().startsWithRaw(temporary);
        }
    }
}
