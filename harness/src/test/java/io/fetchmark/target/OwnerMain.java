package io.fetchmark.target;

import io.fetchmark.plan.Companion;
import io.fetchmark.plan.ContainerSetup;
import io.fetchmark.plan.ContainerSpec;
import io.fetchmark.plan.Readiness;
import io.fetchmark.plan.ReadySign;
import io.fetchmark.plan.RuntimeChoice;
import io.fetchmark.plan.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A JVM that has a target with a companion, a network and a volume, for tests that kill it. Arguments: a directory, an image. Says {@code READY} and its address. */
final class OwnerMain {

    private OwnerMain() {}

    public static void main(String[] arguments) throws Exception {
        Companion companion = new Companion(
                "beside",
                ContainerSetup.of(arguments[1])
                        .holding(
                                List.of(),
                                List.of(new Volume.Named("shared", "/shared", false), new Volume.Anonymous("/own"))),
                OptionalInt.of(80),
                Readiness.by(new ReadySign.Listens()));
        ContainerSpec spec = ContainerSpec.of(arguments[1], 80).with(companion);
        Hosted host = Hosts.start(Hosts.order(spec, RuntimeChoice.DOCKER, Path.of(arguments[0])));
        System.out.println("READY " + host.facts().url() + " " + host.facts());
        Thread.sleep(600_000);
        host.close();
    }
}
