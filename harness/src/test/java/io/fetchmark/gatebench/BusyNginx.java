package io.fetchmark.gatebench;

import io.fetchmark.plan.NginxSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * nginx that works for a while before each response: a loop of so many rounds in its njs module, which takes CPU time and
 * nothing else. A wait would not do: timers are coarser than the change that is to be found.
 *
 * @param rounds of the loop, 0 or more
 */
record BusyNginx(String image, long rounds) {

    private static final String CONFIG = """
            worker_processes 1;
            pid /tmp/fetchmark-bench.pid;
            error_log stderr warn;
            load_module /usr/lib/nginx/modules/ngx_http_js_module.so;
            events { worker_connections 1024; }
            http {
                access_log off;
                keepalive_requests 1000000000;
                keepalive_timeout 1h;
                js_path /usr/share/nginx/html;
                js_import busy from busy.js;
                server {
                    listen 8080;
                    location / { js_content busy.answer; }
                }
            }
            """;

    // The loop has a result that is sent, so that it cannot be left out.
    private static final String SCRIPT = """
            function answer(request) {
                let x = 1;
                for (let i = 0; i < %d; i++) {
                    x = x * 16807 %% 2147483647;
                }
                request.return(200, 'x' + (x %% 10) + '\\n');
            }
            export default { answer };
            """;

    /** Writes the files of this nginx into a directory of its own below that one. */
    NginxSpec in(Path directory) throws IOException {
        Path own = Files.createDirectories(directory.resolve("busy-" + rounds));
        Path config = Files.writeString(own.resolve("nginx.conf"), CONFIG);
        Path content = Files.createDirectories(own.resolve("content"));
        Files.writeString(content.resolve("busy.js"), SCRIPT.formatted(rounds));
        return new NginxSpec(image, Optional.of(content), Optional.of(config), Duration.ZERO);
    }
}
