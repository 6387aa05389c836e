package io.fetchmark.engine;

import org.jspecify.annotations.Nullable;

/**
 * The connections of a loop with an exchange on them, in the order in which the exchanges were started: as all have the
 * same time-out, in the order in which they run out.
 */
final class InFlight {

    private @Nullable Connection oldest;
    private @Nullable Connection newest;
    private int size;

    int size() {
        return size;
    }

    boolean contains(Connection connection) {
        return connection == newest || connection.newer != null;
    }

    @Nullable Connection oldest() {
        return oldest;
    }

    void add(Connection connection) {
        Connection last = newest;
        connection.older = last;
        connection.newer = null;
        if (last == null) {
            oldest = connection;
        } else {
            last.newer = connection;
        }
        newest = connection;
        size++;
    }

    /** Puts a connection in the place of another, whose exchange it takes over. */
    void replace(Connection old, Connection with) {
        Connection before = old.older;
        Connection after = old.newer;
        with.older = before;
        with.newer = after;
        if (before == null) {
            oldest = with;
        } else {
            before.newer = with;
        }
        if (after == null) {
            newest = with;
        } else {
            after.older = with;
        }
        old.older = null;
        old.newer = null;
    }

    void remove(Connection connection) {
        Connection before = connection.older;
        Connection after = connection.newer;
        if (before == null) {
            oldest = after;
        } else {
            before.newer = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.older = before;
        }
        connection.older = null;
        connection.newer = null;
        size--;
    }
}
