package io.fetchmark.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fetchmark.maven.pom.InvalidPom;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

final class HistoryFoldersTest {

    private final MavenProject shop = module("com.acme", "shop");
    private final MavenProject other = module("org.acme", "shop");

    @Test
    void modulesOfOneArtifactIdDoNotShareAFolder() {
        assertThatExceptionOfType(InvalidPom.class)
                .isThrownBy(() -> HistoryFolders.check("/var/history", shop, List.of(shop, other)))
                .withMessage("<history>: must not be a folder that modules of one artifact id share, which were"
                        + " com.acme:shop and org.acme:shop: give each a folder of its own, was /var/history");
    }

    @Test
    void othersDoAndEachHasAFolderBelowItsOwnPom() {
        assertThatCode(() -> HistoryFolders.check("/var/history", shop, List.of(shop, module("com.acme", "cart"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> HistoryFolders.check("src/perf/history", shop, List.of(shop, other)))
                .doesNotThrowAnyException();
    }

    private static MavenProject module(String group, String artifact) {
        Model model = new Model();
        model.setGroupId(group);
        model.setArtifactId(artifact);
        return new MavenProject(model);
    }
}
