package io.fetchmark.target;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a container belongs to, as the value of the container's label {@value #LABEL}.
 *
 * @param space where its number names it
 * @param pid its number there
 * @param start when it started, which tells it from a later process of the same number
 */
record Owner(ProcessSpace space, long pid, Instant start) {

    static final String LABEL = "io.fetchmark";

    private static final Pattern FORM = Pattern.compile("(.+)/(\\d+)/(\\d+)/([\\w-]+)");
    /** Linux reckons a start from the clock at boot, which is set right later. */
    private static final Duration SAME = Duration.ofSeconds(2);

    /** This process. */
    static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(
                ProcessSpace.here(), self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The owner that a label names; empty if the label has another form. */
    static Optional<Owner> parse(String label) {
        Matcher matcher = FORM.matcher(label);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Owner(
                    new ProcessSpace(matcher.group(1), matcher.group(4)),
                    Long.parseLong(matcher.group(2)),
                    Instant.ofEpochMilli(Long.parseLong(matcher.group(3)))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether that process is certainly no more. Of one that would not be seen from here, on another machine or in another
     * PID namespace, nothing is known.
     */
    boolean isGone() {
        return space.isHere()
                && ProcessHandle.of(pid)
                        .flatMap(process -> process.info().startInstant())
                        .filter(seen -> Duration.between(seen, start).abs().compareTo(SAME) <= 0)
                        .isEmpty();
    }

    /** The value of the label. */
    @Override
    public String toString() {
        return space.host() + "/" + pid + "/" + start.toEpochMilli() + "/" + space.id();
    }
}
