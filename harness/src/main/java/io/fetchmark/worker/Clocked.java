package io.fetchmark.worker;

/**
 * A worker has read its clock, as it was asked to.
 *
 * @param nanos what it says, from an origin that only the worker knows
 */
record Clocked(long nanos) implements Message {

    @Override
    public void deliver(Inbox inbox) {
        inbox.take(this);
    }
}
