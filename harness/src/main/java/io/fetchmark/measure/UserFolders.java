package io.fetchmark.measure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of the user who runs this program, and never one below the directory that it happens to run in. */
public final class UserFolders {

    private UserFolders() {}

    /** Of a user whom the system does not know, as in many containers, Java says that the home is {@code ?}. */
    public static Optional<Path> home() {
        return absolute(System.getProperty("user.home", ""));
    }

    /**
     * Where files are that can be made anew: {@code XDG_CACHE_HOME} if that is set, else {@code ~/.cache}, else a folder of
     * this user's among the temporary files.
     */
    public static Path cache(Map<String, String> environment) {
        return Stream.of(
                        absolute(environment.getOrDefault("XDG_CACHE_HOME", "")),
                        home().map(folder -> folder.resolve(".cache")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(UserFolders::temporary);
    }

    /** The home, or a folder of this user's among the temporary files. */
    public static Path homeOrTemporary() {
        return home().orElseGet(UserFolders::temporary);
    }

    private static Path temporary() {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
                .toAbsolutePath()
                .resolve("fetchmark-" + user);
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(text)
                    .filter(path -> !path.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
