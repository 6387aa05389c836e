package io.fetchmark.target;

import io.fetchmark.plan.ExecutableJar;
import io.fetchmark.plan.InvalidValue;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.NginxSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files of this machine that a target is to be given. */
final class RequiredFiles {

    private RequiredFiles() {}

    /** Makes sure that they are there, before anything is started. */
    static void check(NginxSpec spec) throws TargetFailure {
        check("content", spec.content().filter(path -> !Files.isDirectory(path)), "must be a directory");
        check("config", spec.config().filter(path -> !Files.isRegularFile(path)), "must be a file");
    }

    /** Makes sure that the jar is there and can be run, before anything is started. */
    static ExecutableJar check(JarSpec spec) throws TargetFailure {
        try {
            return ExecutableJar.at(spec.file());
        } catch (InvalidValue e) {
            throw new TargetFailure("<jar><" + e.element() + ">: " + e.reason(), e);
        }
    }

    private static void check(String element, Optional<Path> wrong, String rule) throws TargetFailure {
        if (wrong.isPresent()) {
            throw new TargetFailure("<nginx><" + element + ">: " + rule + " that exists, was " + wrong.get());
        }
    }
}
