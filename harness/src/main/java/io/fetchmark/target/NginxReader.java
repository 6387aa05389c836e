package io.fetchmark.target;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.testcontainers.images.builder.Transferable;

/** The nginx of an image as the reader of a configuration of the user's: it alone knows all files that are included. */
final class NginxReader {

    private static final int PATIENCE_SECONDS = 30;
    private static final int MOST_CHARACTERS = 8 << 20;

    private final Berth berth;
    private final TargetImage image;

    NginxReader(Berth berth, TargetImage image) {
        this.berth = berth;
        this.image = image;
    }

    /** What {@code nginx -T} says of that main file; empty if it has something against it, or does not answer. */
    Optional<NginxDump> read(byte[] config) {
        DockerClient docker = berth.engine().client();
        berth.ownership().creates(docker);
        Optional<String> id = Optional.empty();
        try (CreateContainerCmd create = docker.createContainerCmd(image.id())) {
            create.getHostConfig().withNetworkMode("none");
            id = Optional.of(create.withEntrypoint("nginx")
                    .withCmd("-T")
                    .withLabels(Map.of(Owner.LABEL, berth.ownership().label()))
                    .exec()
                    .getId());
            return said(docker, id.get(), config);
        } catch (RuntimeException e) {
            // The container that is to serve fails in the same way, with a word.
            return Optional.empty();
        } finally {
            berth.ownership().created();
            id.ifPresent(container -> remove(docker, container));
        }
    }

    private static Optional<NginxDump> said(DockerClient docker, String id, byte[] config) {
        docker.copyArchiveToContainerCmd(id)
                .withTarInputStream(new ByteArrayInputStream(archive(config)))
                .withRemotePath("/")
                .exec();
        docker.startContainerCmd(id).exec();
        int status = docker.waitContainerCmd(id)
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (status != 0) {
            return Optional.empty();
        }
        StringBuilder said = new StringBuilder();
        ContainerLog.read(docker, id, line -> {
            if (said.length() < MOST_CHARACTERS) {
                said.append(line).append('\n');
            }
        });
        return Optional.of(NginxDump.read(said.toString()));
    }

    private static byte[] archive(byte[] config) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes)) {
            Transferable.of(config).transferTo(archive, NginxConfig.PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void remove(DockerClient docker, String id) {
        try {
            docker.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (DockerException e) {
            // It has our label, so it goes with the rest.
        }
    }
}
