package io.fetchmark.worker;

import io.fetchmark.measure.Slice;

/**
 * A block on its way.
 *
 * @param skipped as in {@link Block}
 */
record Blocked(Sliced sliced, long skipped) implements Message {

    static Blocked of(Slice slice, long skipped) {
        return new Blocked(Sliced.of(slice), skipped);
    }

    @Override
    public void deliver(Inbox inbox) {
        inbox.take(this);
    }
}
