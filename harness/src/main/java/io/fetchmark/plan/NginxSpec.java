package io.fetchmark.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * nginx, in a container where an engine answers.
 *
 * @param image any image whose command is nginx
 * @param content the directory to serve; nginx's own welcome page if absent
 * @param config a whole nginx.conf; one is made if absent
 * @param port where {@code config} takes plain HTTP, 1 to 65535; found out if absent
 * @param delay how long every response waits, 0 to 1 min; 0 for none. Excludes {@code config}
 */
public record NginxSpec(String image, Optional<Path> content, Optional<Path> config, OptionalInt port, Duration delay)
        implements TargetSpec {

    public static final String DEFAULT_IMAGE = "nginx:1.28";

    public NginxSpec {
        TargetSpec.checkImage(image);
        if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new InvalidValue("delay", "must be from 0s to 1m, was " + Durations.format(delay));
        }
        if (port.isPresent() && config.isEmpty()) {
            throw new InvalidValue(
                    "port", "must not be given without <config>: we choose the port then, was " + port.getAsInt());
        }
        port.ifPresent(ContainerSpec::checkPort);
        if (config.isPresent() && !delay.isZero()) {
            throw new InvalidValue(
                    "delay",
                    "must not be given beside <config>: the delay is made by a configuration of ours, was "
                            + Durations.format(delay));
        }
    }

    /** nginx at the port that its configuration says. */
    public NginxSpec(String image, Optional<Path> content, Optional<Path> config, Duration delay) {
        this(image, content, config, OptionalInt.empty(), delay);
    }

    /** The default image with its welcome page. */
    public static NginxSpec welcome(String image) {
        return new NginxSpec(image, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    @Override
    public String kind() {
        return "nginx";
    }

    @Override
    public boolean isTls() {
        return false;
    }
}
