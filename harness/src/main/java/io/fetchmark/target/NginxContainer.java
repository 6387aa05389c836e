package io.fetchmark.target;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A container with nginx in it. */
final class NginxContainer extends OwnedContainer {

    private final Engine engine;
    private final NginxSetup setup;
    private Optional<DelayWay> delay = Optional.empty();

    NginxContainer(Berth berth, NginxSetup setup) {
        super(berth, setup.image(), setup.ready());
        this.engine = berth.engine();
        this.setup = setup;
        setup.content().ifPresent(content -> withCopyToContainer(content, setup.root()));
    }

    /** How it lets responses wait; empty if it does not. */
    Optional<DelayWay> delay() {
        return delay;
    }

    @Override
    protected void containerIsCreated(String containerId) {
        super.containerIsCreated(containerId);
        if (setup.delay().isPresent()) {
            delay = List.of(DelayWay.values()).stream()
                    .filter(way -> way.modulePath()
                            .map(path -> holds(containerId, path))
                            .orElse(true))
                    .findFirst();
        }
        setup.files(delay).forEach((path, text) -> copyFileToContainer(text, path));
    }

    private boolean holds(String containerId, String path) {
        try (InputStream archive =
                engine.client().copyArchiveFromContainerCmd(containerId, path).exec()) {
            return archive.read() != -1;
        } catch (NotFoundException | IOException e) {
            return false;
        }
    }
}
