package io.fetchmark.measure;

/** Where instants come from: nanoseconds since an arbitrary origin, never going back, from any thread. */
@FunctionalInterface
public interface NanoClock {

    /** The clock of this JVM. */
    NanoClock SYSTEM = System::nanoTime;

    long nanos();
}
