package io.fetchmark.fork;

import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The system properties that decide how a JVM connects to a server: its trust store and its own certificate, what it
 * speaks of TLS, and which address of a host it takes. A JVM that is forked to put load on a server has those of the JVM
 * that has checked it, so that they are set in one place, and both connect to the same server.
 */
public final class ConnectionProperties {

    private static final Pattern NAMES = Pattern.compile("javax\\.net\\.ssl\\.(trust|key)Store.*"
            + "|jdk\\.tls\\.client\\..*"
            + "|https\\.protocols"
            + "|jdk\\.internal\\.httpclient\\.disableHostnameVerification"
            + "|java\\.net\\.preferIPv(4Stack|6Addresses)");

    private ConnectionProperties() {}

    /** Those that are set, as options of another JVM. */
    public static List<String> options(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(name -> NAMES.matcher(name).matches())
                .sorted()
                .map(name -> "-D" + name + "=" + properties.getProperty(name))
                .toList();
    }
}
