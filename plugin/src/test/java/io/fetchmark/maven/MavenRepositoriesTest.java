package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fetchmark.maven.pom.Coordinates;
import io.fetchmark.maven.pom.JarShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven's own resolver, on repositories in folders. */
final class MavenRepositoriesTest {

    private static final Coordinates RELEASE = new Coordinates("acme", "shop", "", Coordinates.RELEASE);

    @TempDir
    Path folder;

    private final RepositorySystem system = new RepositorySystemSupplier().get();
    private final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void openLocalRepository() {
        session.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(
                session, new LocalRepository(folder.resolve("local").toFile())));
    }

    @Test
    void aVersionIsThatVersion() throws IOException {
        deploy("releases", "1.0.0", "1.1.0");
        Coordinates wanted = RELEASE.of("1.0.0");
        JarShelf.Found found = shelf("releases").find(wanted);
        assertThat(found.coordinates()).isEqualTo(wanted);
        assertThat(found.file()).isRegularFile().hasFileName("shop-1.0.0.jar");
    }

    @Test
    void aClassifierNamesAnotherJarOfTheVersion() throws IOException {
        deploy("releases", "1.0.0");
        Path plain = folder.resolve("releases/acme/shop/1.0.0/shop-1.0.0.jar");
        Files.copy(plain, plain.resolveSibling("shop-1.0.0-app.jar"));
        Coordinates wanted = new Coordinates("acme", "shop", "app", "1.0.0");
        assertThat(shelf("releases").find(wanted).file()).hasFileName("shop-1.0.0-app.jar");
    }

    @Test
    void releaseIsTheNewestThatIsNoSnapshotInTheOrderOfMaven() throws IOException {
        deploy("releases", "1.9.0", "1.10.0", "1.2.0");
        deploy("others", "1.10.0-rc1", "1.11.0-SNAPSHOT");
        assertThat(shelf("releases", "others").find(RELEASE).coordinates()).hasToString("acme:shop:1.10.0");
        assertThat(warnings).isEmpty();
    }

    @Test
    void releaseIsNeverWhatIsBeingBuiltOrWasInstalledHere() throws IOException {
        deploy("releases", "1.0.0", "1.1.0", "1.2.0");
        Path installed = folder.resolve("local/acme/shop");
        Files.createDirectories(installed);
        Files.writeString(installed.resolve("maven-metadata-local.xml"), metadata("1.0.0", "2.0.0"));
        MavenRepositories building = new MavenRepositories(
                system,
                session,
                repositories("releases"),
                Set.of("acme:shop:1.2.0", "acme:other:1.1.0"),
                warnings::add);
        assertThat(building.find(RELEASE).coordinates()).hasToString("acme:shop:1.1.0");
    }

    @Test
    void nothingReleasedIsToldWithTheRepositories() throws IOException {
        deploy("snapshots", "1.0.0-SNAPSHOT");
        assertThatThrownBy(() -> shelf("snapshots").find(RELEASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "must have a released version in a repository of this project (snapshots at file:")
                .hasMessageEndingWith("was acme:shop:RELEASE");
    }

    @Test
    void aVersionThatIsNotThereIsToldWithTheRepositories() throws IOException {
        deploy("releases", "1.0.0");
        assertThatThrownBy(() -> shelf("releases").find(RELEASE.of("3.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be in a repository of this project (releases at file:")
                .hasMessageContaining("acme:shop:jar:3.0.0")
                .hasMessageEndingWith(", was acme:shop:3.0.0");
    }

    @Test
    void aRepositoryThatCannotBeAskedIsAWarning() throws IOException {
        deploy("releases", "1.0.0");
        List<RemoteRepository> repositories = new ArrayList<>(repositories("releases"));
        repositories.add(new RemoteRepository.Builder("broken", "default", "http://127.0.0.1:1/m2").build());
        MavenRepositories shelf = new MavenRepositories(system, session, repositories, Set.of(), warnings::add);
        assertThat(shelf.find(RELEASE).coordinates()).hasToString("acme:shop:1.0.0");
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("RELEASE of acme:shop is looked for without repositories that could not be asked: broken (");
    }

    @Test
    void aJarThatCannotBeRunIsTold() throws IOException {
        deploy("releases", "1.0.0");
        Path jar = folder.resolve("releases/acme/shop/1.0.0/shop-1.0.0.jar");
        new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
        assertThatThrownBy(() -> shelf("releases").find(RELEASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an executable jar")
                .hasMessageEndingWith(", was acme:shop:1.0.0");
        assertThatThrownBy(() -> shelf("releases").check(folder.resolve("gone.jar")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be a jar that is there when the goal runs");
    }

    private MavenRepositories shelf(String... names) {
        return new MavenRepositories(system, session, repositories(names), Set.of(), warnings::add);
    }

    private List<RemoteRepository> repositories(String... names) {
        return Stream.of(names)
                .map(name -> new RemoteRepository.Builder(
                                name, "default", folder.resolve(name).toUri().toString())
                        .build())
                .toList();
    }

    private void deploy(String repository, String... versions) throws IOException {
        Path artifact = folder.resolve(repository).resolve("acme/shop");
        for (String version : versions) {
            Path jar = artifact.resolve(version).resolve("shop-" + version + ".jar");
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Name.MAIN_CLASS, "Shop");
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        }
        Files.writeString(artifact.resolve("maven-metadata.xml"), metadata(versions));
    }

    private static String metadata(String... versions) {
        return "<metadata><groupId>acme</groupId><artifactId>shop</artifactId><versioning><versions>"
                + Stream.of(versions)
                        .map(version -> "<version>" + version + "</version>")
                        .collect(Collectors.joining())
                + "</versions></versioning></metadata>";
    }
}
