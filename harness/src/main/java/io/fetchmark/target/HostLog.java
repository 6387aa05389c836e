package io.fetchmark.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Where Testcontainers says what it does: a file, since a build's log is for the build. */
final class HostLog {

    static final String NAME = "testcontainers.log";

    private HostLog() {}

    static void to(Path directory) throws IOException {
        LogManager.getLogManager().reset();
        Handler handler = new StreamHandler(Files.newOutputStream(directory.resolve(NAME)), new SimpleFormatter()) {
            @Override
            public synchronized void publish(LogRecord record) {
                super.publish(record);
                flush();
            }
        };
        handler.setLevel(Level.INFO);
        Logger.getLogger("").addHandler(handler);
    }
}
