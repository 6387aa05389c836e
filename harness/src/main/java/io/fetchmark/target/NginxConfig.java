package io.fetchmark.target;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A whole {@code nginx.conf} that serves one directory and leaves nginx out of the measurement: no access log, no limit
 * on the exchanges of a connection, room for many connections.
 *
 * <p>Workers run as the user of the master, since any other may be unknown to the image, and may not read the content.
 *
 * @param listen address and port, or port
 * @param workers number of worker processes; one for each CPU if absent
 * @param root the directory to serve
 * @param token the answer of {@link #tokenPath}, by which this very nginx is known
 * @param delay how every response waits, if it does
 * @param delayMillis how long, at least 1; without meaning where {@code delay} is absent
 */
record NginxConfig(
        String listen,
        Optional<Integer> workers,
        String root,
        String token,
        Optional<DelayWay> delay,
        long delayMillis) {

    /** Where images of nginx have their configuration. */
    static final String PATH = "/etc/nginx/nginx.conf";

    /** A path that no content has, and that is answered at once. */
    static String tokenPath(String token) {
        return "/.fetchmark/" + token;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                """
                %suser root;
                worker_processes %s;
                worker_rlimit_nofile 20000;
                pid /tmp/fetchmark-nginx.pid;
                error_log stderr warn;
                events {
                    worker_connections 16384;
                }
                http {
                    types {
                %s
                    }
                    default_type %s;
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000000;
                    keepalive_timeout 1h;
                    client_body_temp_path /tmp/fetchmark-body;
                    proxy_temp_path /tmp/fetchmark-proxy;
                    fastcgi_temp_path /tmp/fetchmark-fastcgi;
                    uwsgi_temp_path /tmp/fetchmark-uwsgi;
                    scgi_temp_path /tmp/fetchmark-scgi;
                %s    server {
                        listen %s backlog=4096;
                        root %s;
                        location = %s {
                            default_type text/plain;
                            return 200 %s;
                        }
                %s    }
                }
                """,
                delay.flatMap(DelayWay::modulePath)
                        .map(path -> "load_module " + path + ";\n")
                        .orElse(""),
                workers.map(String::valueOf).orElse("auto"),
                ContentTypes.nginxLines().stream()
                        .map(line -> "        " + line)
                        .collect(Collectors.joining("\n")),
                ContentTypes.OTHER,
                delay.map(DelayWay::httpLines).orElse(""),
                listen,
                root,
                tokenPath(token),
                token,
                locations());
    }

    private String locations() {
        String file = "            try_files $uri $uri/index.html =404;\n";
        return delay.map(way -> "        location / {\n" + way.locationLines(delayMillis) + "        }\n"
                        + "        location @file {\n" + file + "        }\n")
                .orElse("        location / {\n" + file + "        }\n");
    }
}
