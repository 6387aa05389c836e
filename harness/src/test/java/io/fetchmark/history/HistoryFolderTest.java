package io.fetchmark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fetchmark.result.ResultFile;
import io.fetchmark.result.ResultFixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFolderTest {

    @TempDir
    private Path root;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void holdsNothingWhereThereIsNoFolder() {
        assertThat(folder().read(warnings::add)).isEqualTo(History.NONE);
        assertThat(warnings).isEmpty();
    }

    @Test
    void eachBuildIsAFileOfItsOwnThatIsReadBack() throws Exception {
        Build second = HistoryFixtures.build(2);
        Build first = HistoryFixtures.build(1);
        assertThat(folder().add(second)).isTrue();
        assertThat(folder().add(first)).isTrue();

        assertThat(folder().read(warnings::add).builds()).containsExactly(first, second);
        assertThat(names(root.resolve("shop/perf"))).containsExactly(first.id() + ".json", second.id() + ".json");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aRunThatIsJudgedAgainIsNotKeptTwice() throws Exception {
        Build build = HistoryFixtures.build(1);
        Build again = HistoryFixtures.with(build, build.target(), List.of());
        folder().add(build);

        assertThat(folder().add(again)).isFalse();

        assertThat(folder().read(warnings::add).builds()).containsExactly(build);
    }

    @Test
    void whatHasNotBeenJudgedIsNotKept() {
        Build open = Build.of(ResultFixtures.run(), Optional.empty(), Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(() -> folder().add(open));
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void modulesAndExecutionsDoNotMeet() throws Exception {
        Build build = HistoryFixtures.build(1);
        folder().add(build);
        HistoryFolder.of(root, "cart", "perf").add(build);
        HistoryFolder.of(root, "shop", "nightly").add(build);

        assertThat(folder().read(warnings::add).builds()).containsExactly(build);
        assertThat(HistoryFolder.of(root, "cart", "nightly").read(warnings::add).builds())
                .isEmpty();
        assertThat(names(root)).containsExactly("cart", "shop");
    }

    @Test
    void foldersOfTwoMachinesAreLaidTogetherWithoutAConflict(@TempDir Path other) throws Exception {
        folder().add(HistoryFixtures.build(1));
        HistoryFolder theirs = HistoryFolder.of(other, "shop", "perf");
        theirs.add(HistoryFixtures.elsewhere(1));
        theirs.add(HistoryFixtures.build(1));
        for (String name : names(theirs.path())) {
            Path file = folder().path().resolve(name);
            if (!Files.exists(file)) {
                Files.copy(theirs.path().resolve(name), file);
            }
        }

        assertThat(folder().read(warnings::add).builds())
                .containsExactlyInAnyOrder(HistoryFixtures.build(1), HistoryFixtures.elsewhere(1));
    }

    @Test
    void filesThatCannotBeReadAreNamedAndLeftAlone() throws Exception {
        Build build = HistoryFixtures.build(1);
        folder().add(build);
        Path whole = folder().path().resolve(build.id() + ".json");
        String text = Files.readString(whole);
        List<Path> bad = List.of(
                write("torn.json", text.substring(0, text.length() / 2)),
                write("empty.json", ""),
                write("list.json", "[1, 2, 3]"),
                write("newer.json", text.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2")),
                write("undated.json", text.replace("2026-10-02T07:03:12.345678Z", "yesterday")));
        ResultFile.write(folder().path(), ResultFixtures.run());
        write("README.md", "what this folder is");

        assertThat(folder().read(warnings::add).builds()).containsExactly(build);

        assertThat(warnings)
                .hasSize(6)
                .allSatisfy(warning -> assertThat(warning)
                        .contains("take it out of the folder; it is left alone, and no part of the history"));
        for (Path file : bad) {
            assertThat(warnings).anySatisfy(warning -> assertThat(warning).startsWith(file + " "));
        }
        assertThat(warnings)
                .anySatisfy(warning ->
                        assertThat(warning).contains("has schemaVersion 2, and this Fetchmark reads up to 1"))
                .anySatisfy(warning -> assertThat(warning).contains("result.json is torn or of another program"));
        assertThat(bad.get(0)).hasContent(text.substring(0, text.length() / 2));
        assertThat(names(folder().path())).hasSize(8);
    }

    @Test
    void aFolderThatIsAFileIsWarnedOf() throws Exception {
        Files.createDirectories(root.resolve("shop"));
        Files.writeString(root.resolve("shop/perf"), "");

        assertThat(folder().read(warnings::add)).isEqualTo(History.NONE);
        assertThat(warnings).singleElement().asString().contains("cannot be listed");
    }

    private HistoryFolder folder() {
        return HistoryFolder.of(root, "shop", "perf");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder().path().resolve(name), text);
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
