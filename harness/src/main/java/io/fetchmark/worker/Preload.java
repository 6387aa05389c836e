package io.fetchmark.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.nio.file.Path;

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
            // Closing a socket needs what opening any file loads, which takes a descriptor of its own.
            FileChannel.open(Path.of(System.getProperty("java.home"), "release"))
                    .close();
            new VitalsReader().read();
        } catch (IOException e) {
            // Whoever needs it will meet the same, and say so.
        }
    }
}
