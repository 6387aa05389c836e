package io.fetchmark.target;

import io.fetchmark.plan.NginxSpec;
import io.fetchmark.plan.RuntimeChoice;
import java.nio.file.Path;

/** A JVM that has a target, for tests that kill it. Arguments: a directory, an image. Says {@code READY} and its address. */
final class OwnerMain {

    private OwnerMain() {}

    public static void main(String[] arguments) throws Exception {
        Hosted host =
                Hosts.start(Hosts.order(NginxSpec.welcome(arguments[1]), RuntimeChoice.DOCKER, Path.of(arguments[0])));
        System.out.println("READY " + host.facts().url() + " " + host.facts());
        Thread.sleep(600_000);
        host.close();
    }
}
