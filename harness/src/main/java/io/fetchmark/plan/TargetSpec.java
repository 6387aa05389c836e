package io.fetchmark.plan;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the load is put on. */
public sealed interface TargetSpec {

    /** The name used in files: nginx, url. */
    String kind();

    /** Whether it is reached by https. */
    boolean isTls();

    /**
     * nginx, in a container where an engine answers.
     *
     * @param image any image whose command is nginx
     * @param content the directory to serve; nginx's own welcome page if absent
     * @param config a whole nginx.conf; one is made if absent
     * @param delay how long every response waits, 0 to 1 min; 0 for none. Excludes {@code config}
     */
    record Nginx(String image, Optional<Path> content, Optional<Path> config, Duration delay) implements TargetSpec {

        public static final String DEFAULT_IMAGE = "nginx:1.28";

        public Nginx {
            if (image.isBlank()) {
                throw new InvalidValue("image", "must name an image, was empty");
            }
            if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new InvalidValue("delay", "must be from 0s to 1m, was " + Durations.format(delay));
            }
            if (config.isPresent() && !delay.isZero()) {
                throw new InvalidValue(
                        "delay",
                        "must not be given beside <config>: the delay is made by a configuration of ours, was "
                                + Durations.format(delay));
            }
        }

        /** The default image with its welcome page. */
        public static Nginx welcome(String image) {
            return new Nginx(image, Optional.empty(), Optional.empty(), Duration.ZERO);
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

    /**
     * Something that is already running.
     *
     * @param url its http or https address, without query and fragment; paths of requests are appended
     */
    record Url(URI url) implements TargetSpec {

        public Url {
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!http || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
                throw new InvalidValue(
                        "url", "must be an http or https address such as http://localhost:8080, was " + url);
            }
            if (url.getUserInfo() != null) {
                throw new InvalidValue("url", "must not hold a user or password, which would reach files and logs");
            }
        }

        @Override
        public String kind() {
            return "url";
        }

        @Override
        public boolean isTls() {
            return "https".equals(url.getScheme());
        }
    }
}
