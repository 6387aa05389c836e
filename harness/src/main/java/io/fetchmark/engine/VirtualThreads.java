package io.fetchmark.engine;

import java.util.concurrent.ThreadFactory;

/** The door to virtual threads, which the Java that this is compiled for does not know. */
final class VirtualThreads {

    private VirtualThreads() {}

    /**
     * Makes a virtual thread for each task.
     *
     * @throws IllegalStateException if this JVM has none, that is before JDK 21
     */
    static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Object factory = Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
            return (ThreadFactory) factory;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no virtual threads in Java " + Runtime.version(), e);
        }
    }
}
