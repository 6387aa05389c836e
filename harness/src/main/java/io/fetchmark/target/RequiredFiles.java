package io.fetchmark.target;

import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ComposeSpec;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.CopiedFile;
import io.fetchmark.plan.ExecutableJar;
import io.fetchmark.plan.InvalidValue;
import io.fetchmark.plan.JarSpec;
import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.TargetSpec;
import io.fetchmark.plan.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** The files of this machine that a target is to be given. */
final class RequiredFiles {

    private RequiredFiles() {}

    /** Makes sure that they are there, before anything is started. */
    static void check(TargetSpec spec) throws TargetFailure {
        if (spec instanceof NginxSpec nginx) {
            check(nginx);
        }
        if (spec instanceof JarSpec jar) {
            ExecutableJar unused = check(jar);
        }
        if (spec instanceof ComposeSpec compose && !Files.isReadable(compose.file())) {
            throw new TargetFailure("<compose><file>: must be a compose file that can be read, was " + compose.file());
        }
        if (spec instanceof ContainerSpec container) {
            check(container.setup());
            for (Companion companion : container.companions()) {
                check(companion.setup());
            }
        }
    }

    private static void check(ContainerSetup setup) throws TargetFailure {
        for (CopiedFile file : setup.content()) {
            ContentTree unused = ContentTree.of("<container><content><file><from>", file.from(), OptionalInt.empty());
        }
        for (Volume volume : setup.volumes()) {
            if (volume instanceof Volume.Bind bind) {
                check("<volumes><volume><from>", bind.from());
            }
        }
    }

    private static void check(String element, Path path) throws TargetFailure {
        if (!Files.isReadable(path)) {
            throw new TargetFailure(
                    "<container>" + element + ": must be a file or directory that can be read, was " + path);
        }
    }

    private static void check(NginxSpec spec) throws TargetFailure {
        check("content", spec.content().filter(path -> !Files.isDirectory(path)), "must be a directory");
        if (spec.content().isPresent()) {
            ContentTree unused =
                    ContentTree.of("<nginx><content>", spec.content().get(), OptionalInt.empty());
        }
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
