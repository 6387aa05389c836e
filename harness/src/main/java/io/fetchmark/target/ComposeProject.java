package io.fetchmark.target;

import io.fetchmark.json.JsonObject;
import io.fetchmark.json.MalformedJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compose file with all that it includes and leaves to variables, as Compose itself resolves it, and made fit to be started
 * several times at once. Not for use by several threads at once.
 */
final class ComposeProject {

    private static final String NAME = "name";

    private final JsonObject root;

    private ComposeProject(JsonObject root) {
        this.root = root;
    }

    /** @param resolved what {@code docker compose config --format json} says */
    static ComposeProject read(String resolved) throws MalformedJson {
        return new ComposeProject(JsonObject.read(resolved));
    }

    /** The services that it has. */
    List<String> services() {
        return root.child("services").names();
    }

    /** The network that a service shares with something else; empty if it has networks of its own. */
    Optional<String> sharedNetwork(String service) {
        return root.child("services").child(service).text("network_mode").filter(mode -> !mode.equals("bridge"));
    }

    /** Gives all that is made of it these labels; what exists outside of it is left alone. */
    ComposeProject labelled(Map<String, String> labels) {
        for (String kind : List.of("services", "networks", "volumes")) {
            JsonObject all = root.child(kind);
            for (String name : all.names()) {
                JsonObject thing = all.child(name);
                if (!thing.has("external")) {
                    labels.forEach(thing.child("labels")::put);
                }
            }
        }
        return this;
    }

    /** Holds the services to those CPUs, but for those that the file holds to some. */
    ComposeProject heldTo(String cpus) {
        for (String service : services()) {
            JsonObject settings = root.child("services").child(service);
            if (!settings.has("cpuset")) {
                settings.put("cpuset", cpus);
            }
        }
        return this;
    }

    /**
     * Takes away what can be there but once: published ports, and names of containers, networks and volumes. Containers
     * are still found under theirs by each other. Images that are built keep the name that Compose would give them.
     */
    ComposeProject repeatable() {
        for (String name : services()) {
            JsonObject service = root.child("services").child(name);
            service.remove("ports");
            service.text("container_name")
                    .filter(any -> service.has("networks"))
                    .ifPresent(alias -> alias(service.child("networks"), alias));
            service.remove("container_name");
            if (service.has("build") && !service.has("image")) {
                service.put("image", root.text(NAME).orElse("compose") + "-" + name);
            }
        }
        for (String kind : List.of("networks", "volumes")) {
            JsonObject all = root.child(kind);
            all.names().stream()
                    .map(all::child)
                    .filter(thing -> !thing.has("external"))
                    .forEach(thing -> thing.remove(NAME));
        }
        root.remove(NAME);
        return this;
    }

    private static void alias(JsonObject networks, String alias) {
        for (String network : networks.names()) {
            networks.child(network).add("aliases", alias);
        }
    }

    /**
     * Publishes a port of a service at a free port.
     *
     * @param address where; at all that the engine's machine has if absent
     */
    ComposeProject publishing(String service, int port, Optional<String> address) {
        JsonObject published = root.child("services").child(service).addObject("ports");
        published.put("target", port);
        published.put("protocol", "tcp");
        address.ifPresent(host -> published.put("host_ip", host));
        return this;
    }

    /** As a compose file: YAML holds all of JSON. It may hold secrets. */
    @Override
    public String toString() {
        return root.toString();
    }
}
