package io.fetchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassArchiveTest {

    /** A program with classes to archive. */
    public static final class Program {
        public static void main(String[] arguments) {
            System.exit(arguments.length);
        }
    }

    @TempDir
    private Path directory;

    private Path jar = Path.of("unset");

    @BeforeEach
    void packProgram() throws IOException {
        String name = Program.class.getName().replace('.', '/') + ".class";
        jar = directory.resolve("program.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                var bytes = Program.class.getClassLoader().getResourceAsStream(name)) {
            zip.putNextEntry(new ZipEntry(name));
            bytes.transferTo(zip);
            zip.closeEntry();
        }
    }

    @Test
    void theFirstJvmMakesTheFileThatTheNextOneMaps() throws Exception {
        ClassArchive first = archive(List.of(jar));
        assertThat(run(first)).contains("source: file:" + jar);
        first.ended(true);
        assertThat(kept()).hasSize(1);

        ClassArchive second = archive(List.of(jar));
        assertThat(run(second)).contains("source: shared objects file");
        second.ended(true);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void aJvmThatFailedLeavesNothing() throws Exception {
        ClassArchive archive = archive(List.of(jar));
        run(archive, "fail");
        archive.ended(false);
        assertThat(kept()).isEmpty();
    }

    @Test
    void anotherClassPathIsAnotherKind() throws Exception {
        ClassArchive archive = archive(List.of(jar));
        run(archive);
        archive.ended(true);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertThat(archive(List.of(jar)).options()).noneMatch(this::namesAKeptFile);
    }

    @Test
    void noMoreThanAFewAreKept() throws Exception {
        Files.createDirectories(cache());
        for (int i = 0; i < 20; i++) {
            Files.createFile(cache().resolve("old" + i + ".jsa"));
        }
        Path abandoned = Files.createFile(cache().resolve("abandoned.tmp.config"));
        Files.setLastModifiedTime(abandoned, FileTime.fromMillis(0));
        ClassArchive archive = archive(List.of(jar));
        run(archive);
        archive.ended(true);
        assertThat(kept()).hasSize(8);
        assertThat(archive(List.of(jar)).options()).anyMatch(this::namesAKeptFile);
    }

    @Test
    void classesInDirectoriesAndADirectoryThatCannotBeMadeDoWithout() throws Exception {
        assertThat(archive(List.of(directory)).options()).isEmpty();
        assertThat(ClassArchive.of(jar, Jdk.running(), List.of(jar), List.of()).options())
                .isEmpty();
    }

    @Test
    void anArchiveThatWasCutShortIsMadeAnew() throws Exception {
        ClassArchive first = archive(List.of(jar));
        run(first);
        first.ended(true);
        Path kept = kept().get(0);
        Files.write(kept, Arrays.copyOf(Files.readAllBytes(kept), (int) (Files.size(kept) / 2)));

        ClassArchive second = archive(List.of(jar));
        assertThat(run(second)).contains("source: file:" + jar);
        second.ended(true);

        assertThat(run(archive(List.of(jar)))).contains("source: shared objects file");
    }

    private boolean namesAKeptFile(String option) {
        return option.endsWith(".jsa");
    }

    private ClassArchive archive(List<Path> classPath) {
        return ClassArchive.of(cache(), Jdk.running(), classPath, List.of());
    }

    private Path cache() {
        return directory.resolve("cache");
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.filter(file -> !file.toString().endsWith(".sum")).toList();
        }
    }

    private String run(ClassArchive archive, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Jdk.running().executable().toString());
        command.addAll(archive.options());
        command.addAll(List.of("-Xlog:class+load", "-cp", jar.toString(), Program.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.lines()
                .filter(line -> line.contains(Program.class.getName()))
                .findFirst()
                .orElse(output);
    }
}
