package io.fetchmark.target;

import com.github.dockerjava.api.exception.DockerException;
import java.util.List;
import java.util.regex.Pattern;

/** Why an engine does not do what it is told, as far as its words tell, and what a user may do. */
enum Refusal {
    DISK_FULL(
            "the engine's disk is full: make room on it, by docker system prune for example",
            "no space left on device|disk quota exceeded"),
    PORT_TAKEN(
            "another program has that port: end it, or let it take another",
            "port is already allocated|address already in use|ports are not available"),
    NO_SUCH_CPU(
            "correct <cpuset>: the engine's machine does not have all of these CPUs",
            "requested cpus are not available"),
    TOO_MANY_CPUS("correct <cpus>", "range of cpus is from"),
    NO_SUCH_FILE(
            "the engine does not see that file of this machine: use <content>, which is copied, in place of <volumes>",
            "bind source path does not exist|mounts denied|not shared from the host"),
    NO_SUCH_PROGRAM("correct <command>", "executable file not found|exec: \\S+: (stat|permission denied)"),
    NO_SUBNET(
            "no address is left for another network: remove unused ones by docker network prune",
            "predefined address pools|non-overlapping ipv4 address pool"),
    OTHER("", "");

    private final String remedy;
    private final Pattern signs;

    Refusal(String remedy, String signs) {
        this.remedy = remedy;
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
    }

    /** What those words stand for. */
    static Refusal of(String words) {
        return List.of(values()).stream()
                .filter(refusal -> refusal.signs.matcher(words).find())
                .findFirst()
                .orElse(OTHER);
    }

    /** What the last lines of a container stand for. */
    static Refusal ofLastLines(TargetLog log) {
        return List.of(DISK_FULL, PORT_TAKEN).stream()
                .filter(refusal -> log.says(refusal.signs))
                .findFirst()
                .orElse(OTHER);
    }

    /** The words of an engine, and what to do. */
    static String explained(DockerException failure) {
        String words = String.valueOf(failure.getMessage()).strip();
        String remedy = of(words).remedy;
        return remedy.isEmpty() ? words : words + " (" + remedy + ")";
    }

    /** What to do, without a full stop; empty if nothing is known. */
    String remedy() {
        return remedy;
    }
}
