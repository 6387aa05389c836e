package io.fetchmark.worker;

/** Progress on its way. */
record Progressed(Progress progress) implements Message {

    @Override
    public void deliver(Inbox inbox) {
        inbox.take(progress);
    }
}
