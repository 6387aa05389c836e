package io.fetchmark.worker;

/**
 * A worker waits for a start.
 *
 * @param starts how many it has made before
 */
record Ready(int starts) implements Message {

    @Override
    public void deliver(Inbox inbox) {
        inbox.take(this);
    }
}
