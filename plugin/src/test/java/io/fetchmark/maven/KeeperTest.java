package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.fetchmark.maven.pom.Configuration;
import io.fetchmark.maven.pom.Keeping;
import io.fetchmark.plan.Client;
import io.fetchmark.result.FileNames;
import io.fetchmark.result.ResultFile;
import io.fetchmark.result.RunResult;
import io.fetchmark.verdict.Finding;
import io.fetchmark.verdict.FindingMetric;
import io.fetchmark.verdict.Verdict;
import io.fetchmark.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeeperTest {

    private static final Path RESULT = Path.of("../harness/src/test/resources/result-v1.json");

    @TempDir
    Path project;

    private final List<String> warnings = new ArrayList<>();
    private Path folder = Path.of("");

    @BeforeEach
    void bringAResult() throws IOException {
        folder = Files.createDirectories(project.resolve("target/fetchmark/perf"));
        Files.copy(RESULT, folder.resolve(FileNames.RESULT));
    }

    @Test
    void aFailingBuildIsKeptOnceHoweverOftenItIsJudged() throws Exception {
        keep("shop", VerdictKind.LIMIT_BROKEN);
        keep("shop", VerdictKind.PASS);

        assertThat(kept()).singleElement().asString().startsWith("shop/perf/20");
        assertThat(Files.readString(project.resolve("kept").resolve(kept().get(0))))
                .contains("\"verdict\" : \"LIMIT_BROKEN\"");
        assertThat(keeper("shop").history().builds()).hasSize(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void twoModulesShareAFolderWithoutMeeting() throws Exception {
        keep("shop", VerdictKind.PASS);
        keep("cart", VerdictKind.PASS);

        assertThat(kept()).hasSize(2).anyMatch(name -> name.startsWith("cart/perf/"));
        assertThat(keeper("cart").history().builds()).hasSize(1);
    }

    @Test
    void exportsLieBesideTheResultWithoutAHistoryToo() throws Exception {
        Keeping keeping =
                Keeping.of(project, new Configuration(null, null, null, null, null, "bencher,otava", List.of()));

        Keeper.of("shop", ExecutionName.of("perf"), keeping, warnings::add)
                .keep(files(), folder, result(), verdict(VerdictKind.PASS), Optional.empty());

        assertThat(folder.resolve("export/bencher.json")).exists();
        assertThat(folder.resolve("export/otava.yaml")).exists();
        assertThat(project.resolve("kept")).doesNotExist();
    }

    private void keep(String module, VerdictKind verdict) throws Exception {
        keeper(module).keep(files(), folder, result(), verdict(verdict), Optional.empty());
    }

    private ExtraFiles files() {
        return new ExtraFiles(warnings::add);
    }

    private Keeper keeper(String module) throws Exception {
        Keeping keeping = Keeping.of(project, new Configuration(null, null, null, null, "kept", null, List.of()));
        return Keeper.of(module, ExecutionName.of("perf"), keeping, warnings::add);
    }

    private RunResult result() throws Exception {
        return ResultFile.read(folder);
    }

    private List<String> kept() throws IOException {
        Path root = project.resolve("kept");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Verdict verdict(VerdictKind kind) {
        OptionalDouble unknown = OptionalDouble.empty();
        return Verdict.of(List.of(new Finding(
                "home-page",
                Client.THREADS,
                FindingMetric.P99,
                kind,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                "because")));
    }
}
