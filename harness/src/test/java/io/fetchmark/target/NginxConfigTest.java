package io.fetchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NginxConfigTest {

    @Test
    void serverWithoutADelayServesFilesAndItsToken() {
        NginxConfig config =
                new NginxConfig("127.0.0.1:4711", Optional.of(1), "/usr/share/nginx/html", "abc", Optional.empty(), 1);
        assertThat(config.text())
                .startsWith("user root;\nworker_processes 1;\n")
                .contains("""
                    server {
                        listen 127.0.0.1:4711 backlog=4096;
                        root /usr/share/nginx/html;
                        location = /.fetchmark/abc {
                            default_type text/plain;
                            return 200 abc;
                        }
                        location / {
                            try_files $uri $uri/index.html =404;
                        }
                    }
                }
                """);
        assertThat(config.text()).contains("        text/html htm html;\n").contains("    access_log off;\n");
    }

    @Test
    void withoutAChosenNumberThereIsAWorkerForEachCpu() {
        assertThat(delayed(DelayWay.ECHO, 50)).contains("worker_processes auto;\n");
    }

    @Test
    void echoModuleSleepsAndHandsOn() {
        assertThat(delayed(DelayWay.ECHO, 1050))
                .startsWith("load_module /usr/lib/nginx/modules/ngx_http_echo_module.so;\nuser root;\n")
                .contains("""
                        location / {
                            echo_sleep 1.050;
                            echo_exec @file;
                        }
                        location @file {
                            try_files $uri $uri/index.html =404;
                        }
                """);
    }

    @Test
    void njsModuleIsGivenAScript() {
        assertThat(delayed(DelayWay.NJS, 50))
                .startsWith("load_module /usr/lib/nginx/modules/ngx_http_js_module.so;\n")
                .contains("    js_import fetchmark from /etc/nginx/fetchmark.js;\n    server {\n        listen 8080")
                .contains("            js_content fetchmark.wait;\n");
        assertThat(DelayWay.script(50)).contains("setTimeout(() => request.internalRedirect('@file'), 50);");
    }

    @Test
    void coreAsksAServerThatNeverAnswers() {
        assertThat(delayed(DelayWay.CORE, 50))
                .startsWith("user root;\n")
                .contains("""
                    server {
                        listen unix:/tmp/fetchmark-hold.sock backlog=4096;
                        client_body_timeout 2m;
                        location / { proxy_pass http://127.0.0.1:9; }
                    }
                    server {
                        listen 8080 backlog=4096;
                """)
                .contains("""
                            proxy_read_timeout 50ms;
                            proxy_next_upstream off;
                            error_page 504 = @file;
                """);
    }

    private static String delayed(DelayWay way, long millis) {
        return new NginxConfig("8080", Optional.empty(), "/www", "abc", Optional.of(way), millis).text();
    }
}
