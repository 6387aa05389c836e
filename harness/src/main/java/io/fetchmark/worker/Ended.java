package io.fetchmark.worker;

/**
 * A worker has driven its last block.
 *
 * @param jdk its version of Java
 */
record Ended(String jdk) implements Message {

    @Override
    public void deliver(Inbox inbox) {
        inbox.take(this);
    }
}
