package io.fetchmark.maven;

import io.fetchmark.maven.pom.Coordinates;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.MetadataRequest;
import org.eclipse.aether.resolution.MetadataResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;

/**
 * The versions of an artifact that remote repositories list. What is only in the local repository was installed there and
 * never released, so it does not count; nor does what the build itself is about to make.
 */
record ReleasedVersions(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

    private static final String FILE = "maven-metadata.xml";

    /**
     * What the repositories say.
     *
     * @param versions without snapshots, lowest first, in Maven's order
     * @param failures of repositories that could not be asked, each with its name
     */
    record Answer(List<String> versions, List<String> failures) {}

    Answer of(Coordinates wanted) {
        DefaultMetadata metadata =
                new DefaultMetadata(wanted.group(), wanted.artifact(), FILE, Metadata.Nature.RELEASE);
        List<MetadataRequest> requests = repositories.stream()
                .map(repository -> new MetadataRequest(metadata, repository, "").setDeleteLocalCopyIfMissing(true))
                .toList();
        Set<String> versions = new HashSet<>();
        List<String> failures = new ArrayList<>();
        for (MetadataResult result : system.resolveMetadata(session, requests)) {
            Exception failure = result.getException();
            try {
                if (result.isResolved()) {
                    versions.addAll(listed(result.getMetadata().getFile()));
                } else if (failure != null && !(failure instanceof MetadataNotFoundException)) {
                    failures.add(result.getRequest().getRepository().getId() + " (" + failure.getMessage() + ")");
                }
            } catch (IOException | XMLStreamException e) {
                failures.add(result.getRequest().getRepository().getId() + " (" + e.getMessage() + ")");
            }
        }
        return new Answer(
                versions.stream()
                        .filter(version -> !version.endsWith("-SNAPSHOT"))
                        .sorted(Comparator.comparing(ComparableVersion::new))
                        .toList(),
                failures);
    }

    /** The versions in a file of a repository's metadata: {@code <metadata><versioning><versions><version>}. */
    private static List<String> listed(File file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<String> versions = new ArrayList<>();
        boolean inside = false;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file.toPath()))) {
            XMLStreamReader reader = factory.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.START_ELEMENT && inside) {
                    versions.add(reader.getElementText().trim());
                } else if (event == XMLStreamReader.START_ELEMENT) {
                    inside = reader.getLocalName().equals("versions");
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    inside = false;
                }
            }
        }
        return versions;
    }
}
