package io.fetchmark.target;

import java.util.logging.LogManager;

/**
 * A JVM that removes what was left by one that owned targets and was killed. Its exit status is 0 if nothing is left that
 * it can tell of.
 */
final class SweepMain {

    private SweepMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        LogManager.getLogManager().reset();
        StaleSweep.ofProcesses();
        try {
            Engine engine = Engine.find(System.getenv());
            Runtime.getRuntime().halt(StaleSweep.run(engine.client()) ? 0 : OwnerShutdown.LEFT);
        } catch (NoEngine | RuntimeException e) {
            Runtime.getRuntime().halt(OwnerShutdown.LEFT);
        }
    }
}
