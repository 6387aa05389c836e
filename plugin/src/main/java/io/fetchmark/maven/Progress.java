package io.fetchmark.maven;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.function.Consumer;

/**
 * How far a run has come, told to whoever watches: on a terminal one line that changes, elsewhere a line of the log every
 * few seconds. Any thread may call.
 */
sealed interface Progress {

    /** Where the run is now. */
    void show(String text);

    /** Makes room for a line of the log. */
    void clear();

    /** Says nothing. */
    record None() implements Progress {
        @Override
        public void show(String text) {}

        @Override
        public void clear() {}
    }

    /** One line of a terminal, written over again and again. */
    final class Live implements Progress {

        private static final int MOST = 79;

        private final PrintStream terminal;
        private int shown;

        Live(PrintStream terminal) {
            this.terminal = terminal;
        }

        @Override
        public synchronized void show(String text) {
            String line = text.length() > MOST ? text.substring(0, MOST) : text;
            terminal.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            terminal.flush();
            shown = line.length();
        }

        @Override
        public synchronized void clear() {
            if (shown > 0) {
                terminal.print("\r" + " ".repeat(shown) + "\r");
                terminal.flush();
                shown = 0;
            }
        }
    }

    /** A line of the log, if the last is a few seconds old. */
    final class Seldom implements Progress {

        private static final long NANOS_BETWEEN = 5_000_000_000L;

        private final Consumer<String> log;
        private long last = System.nanoTime();

        Seldom(Consumer<String> log) {
            this.log = log;
        }

        @Override
        public synchronized void show(String text) {
            long now = System.nanoTime();
            if (now - last >= NANOS_BETWEEN) {
                last = now;
                log.accept(text);
            }
        }

        @Override
        public void clear() {}
    }

    /**
     * What suits this build.
     *
     * @param talkative false with {@code -q}
     * @param interactive false with {@code -B}
     */
    static Progress of(boolean talkative, boolean interactive, Consumer<String> log) {
        if (!talkative) {
            return new None();
        }
        return interactive && onTerminal() ? new Live(System.out) : new Seldom(log);
    }

    @SuppressWarnings("SystemConsoleNull") // From Java 22 on, isTerminal answers instead.
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    private static boolean isTerminal(Console console) {
        try {
            Method method = Console.class.getMethod("isTerminal");
            return (boolean) method.invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
