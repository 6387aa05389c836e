package io.fetchmark.worker;

import java.io.IOException;
import java.nio.channels.Selector;

/**
 * What every job needs first and a JVM takes its time to load: selectors, which look for a provider in every jar, and the
 * beans that tell of the JVM. A thread of its own loads it while the assignment is still being read.
 */
final class Preload implements Runnable {

    private Preload() {}

    /** Begins to load, and returns at once. */
    static void start() {
        Thread thread = new Thread(new Preload(), "fetchmark-preload");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            Selector.open().close();
            new VitalsReader().read();
        } catch (IOException e) {
            // Whoever needs it will meet the same, and say so.
        }
    }
}
