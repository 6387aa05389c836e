package io.fetchmark.target;

/** The grip that the owning JVM has on a target that runs. Not for use by several threads at once. */
interface Hold {

    /** Takes all CPU time from it, if that can be: connections to it stay, and are not answered. */
    void pause() throws TargetFailure;

    /** Lets a paused one go on. */
    void resume() throws TargetFailure;

    /** Removes it, paused or not. */
    void remove() throws TargetFailure;
}
