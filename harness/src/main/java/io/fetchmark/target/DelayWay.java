package io.fetchmark.target;

import java.util.Locale;
import java.util.Optional;

/**
 * How nginx, which has no directive for it, lets every response wait: the most exact way first.
 *
 * <p>All hand the request on to the location {@code @file}. The timers of nginx count whole milliseconds.
 */
enum DelayWay {
    /** The echo module, which Debian packages. */
    ECHO(Optional.of("ngx_http_echo_module.so")),
    /** The njs module, which nginx's own image holds. */
    NJS(Optional.of("ngx_http_js_module.so")),
    /**
     * Nothing but the core. The request is passed on to a second server with the promise of a body that never comes.
     * That server waits for it, in vain, for longer than any delay; this one gives up after the delay and answers
     * itself. They meet in a socket file, so no port of the machine is used.
     */
    CORE(Optional.empty());

    /** Where images of nginx keep their modules: nginx's own, Debian's and Alpine's agree. */
    static final String MODULES = "/usr/lib/nginx/modules/";

    static final String SCRIPT_PATH = "/etc/nginx/fetchmark.js";

    private final Optional<String> module;

    DelayWay(Optional<String> module) {
        this.module = module;
    }

    /** The file that the image must hold, if any. */
    Optional<String> modulePath() {
        return module.map(MODULES::concat);
    }

    /** What goes into the {@code http} block. */
    String httpLines() {
        return switch (this) {
            case ECHO -> "";
            case NJS -> "    js_import fetchmark from " + SCRIPT_PATH + ";\n";
            case CORE -> """
                        server {
                            listen unix:/tmp/fetchmark-hold.sock backlog=4096;
                            client_body_timeout 2m;
                            location / { proxy_pass http://127.0.0.1:9; }
                        }
                    """;
        };
    }

    /** What goes into {@code location /}, in the digits that nginx knows, whatever those of this machine's language are. */
    String locationLines(long millis) {
        return switch (this) {
            case ECHO -> String.format(Locale.ROOT, """
                                echo_sleep %d.%03d;
                                echo_exec @file;
                    """, millis / 1000, millis % 1000);
            case NJS -> """
                                js_content fetchmark.wait;
                    """;
            // Each response is an error to nginx's eyes, which would fill its log.
            case CORE -> String.format(Locale.ROOT, """
                                proxy_pass http://unix:/tmp/fetchmark-hold.sock;
                                proxy_pass_request_body off;
                                proxy_set_header Content-Length 1;
                                proxy_read_timeout %dms;
                                proxy_next_upstream off;
                                error_page 504 = @file;
                                error_log stderr crit;
                    """, millis);
        };
    }

    /** The script that {@link #SCRIPT_PATH} must hold for {@link #NJS}. */
    static String script(long millis) {
        return String.format(Locale.ROOT, """
                function wait(request) {
                    setTimeout(() => request.internalRedirect('@file'), %d);
                }
                export default { wait };
                """, millis);
    }

    /** The name used in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
