package io.fetchmark.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** This machine and this library, in the words of an {@link Environment}. */
final class Machine {

    private Machine() {}

    /** The processor as Linux names it in {@code /proc/cpuinfo}; elsewhere the architecture. */
    static String cpuModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElseGet(Machine::architecture);
        } catch (IOException | UncheckedIOException e) {
            return architecture();
        }
    }

    /** The version that the build wrote into the library. */
    static String fetchmarkVersion() {
        Properties properties = new Properties();
        try (InputStream in = Machine.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    private static String architecture() {
        return System.getProperty("os.arch", "unknown");
    }
}
