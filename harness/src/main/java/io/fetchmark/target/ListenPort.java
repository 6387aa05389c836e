package io.fetchmark.target;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The port where an nginx with a configuration of the user's takes plain HTTP. */
final class ListenPort {

    private static final int DEFAULT = 80;
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");
    private static final Pattern LISTEN = Pattern.compile("(?<![\\w-])listen\\s+([^;]+);");
    private static final Pattern PORT = Pattern.compile("(?:.*:)?(\\d+)");

    private ListenPort() {}

    /** The port of the first {@code listen} that is neither a socket file nor encrypted; else 80, as in nginx. */
    static int of(String config) {
        Matcher listen = LISTEN.matcher(COMMENT.matcher(config).replaceAll(""));
        while (listen.find()) {
            String[] words = listen.group(1).trim().split("\\s+", -1);
            boolean plain =
                    !words[0].startsWith("unix:") && !java.util.List.of(words).contains("ssl");
            OptionalInt port = port(words[0]);
            if (plain && port.isPresent()) {
                return port.getAsInt();
            }
        }
        return DEFAULT;
    }

    private static OptionalInt port(String address) {
        // Without a port, an address in brackets or with dots means port 80.
        boolean addressOnly = address.endsWith("]") || address.matches("[\\d.]*\\.[\\d.]*|[a-zA-Z*][^:]*");
        Matcher port = PORT.matcher(address);
        if (addressOnly) {
            return OptionalInt.of(DEFAULT);
        }
        return port.matches() ? OptionalInt.of(Integer.parseInt(port.group(1))) : OptionalInt.empty();
    }
}
