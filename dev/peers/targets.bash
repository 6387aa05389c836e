# Targets of a bench, each of one thread, on loopback, and how many requests they have answered.
# shellcheck shell=bash
# Its results are variables, for the scripts that read this file.
# shellcheck disable=SC2034

declare -A URL TARGET_PID
STATUS_POLLS=0

# nginx from its package, without the service that its installation would start.
find_nginx() {
    NGINX=$(command -v nginx || echo "$PEERS/nginx/usr/sbin/nginx")
    [[ -x $NGINX ]] && return
    mkdir -p "$PEERS/nginx"
    (cd "$PEERS/nginx" && apt-get -qq download nginx && dpkg-deb -x nginx_*.deb .) >&2
    [[ -x $NGINX ]] || { say 'needs nginx'; exit 1; }
}

start_nginx() {
    local try port
    find_nginx
    head -c 600 /dev/zero | tr '\0' x >"$STATE/index.html"
    for ((try = 0; try < 20; try++)); do
        port=$((20000 + RANDOM % 10000))
        cat >"$STATE/nginx.conf" <<-CONF
			daemon off; master_process off; pid $STATE/pid; error_log $STATE/error.log;
			events { worker_connections 16384; multi_accept on; }
			worker_rlimit_nofile 16384;
			http {
			    access_log off; keepalive_requests 1000000000; keepalive_timeout 1h;
			    client_body_temp_path $STATE; proxy_temp_path $STATE;
			    fastcgi_temp_path $STATE; uwsgi_temp_path $STATE; scgi_temp_path $STATE;
			    server { listen 127.0.0.1:$port backlog=4096; root $STATE; location = /status { stub_status; } }
			}
		CONF
        "$NGINX" -c "$STATE/nginx.conf" -e "$STATE/error.log" &
        TARGET_PID[nginx]=$!
        sleep 0.5
        if kill -0 "${TARGET_PID[nginx]}" 2>/dev/null; then
            started "${TARGET_PID[nginx]}"
            URL[nginx]=http://127.0.0.1:$port/
            exec {STATUS}<>"/dev/tcp/127.0.0.1/$port"
            return
        fi
    done
    cat "$STATE/error.log" >&2
    exit 1
}

start_trivial() {
    local port
    mkfifo "$STATE/trivial.in" "$STATE/trivial.out"
    java -Xmx64m -XX:+UseSerialGC io.fetchmark.target.TrivialTarget <"$STATE/trivial.in" >"$STATE/trivial.out" &
    TARGET_PID[trivial]=$!
    started "${TARGET_PID[trivial]}"
    exec {ASK}>"$STATE/trivial.in" {ANSWER}<"$STATE/trivial.out"
    read -r port <&"$ANSWER"
    URL[trivial]=http://127.0.0.1:$port/
}

# Holds a target to these CPUs.
pin() { taskset -acp "$2" "${TARGET_PID[$1]}" >/dev/null; }

# The requests that a target has answered, without those that asked it this.
count() {
    case $1 in
        nginx) count_nginx ;;
        trivial) echo >&"$ASK" && read -r COUNT <&"$ANSWER" ;;
    esac
}

# Waits until TARGET has answered more requests than that, 30 s at most; whether it has.
await_load() {
    local before=$1 try
    for ((try = 0; try < 1500; try++)); do
        count "$TARGET"
        ((COUNT > before)) && { now; return; }
        kill -0 "$JOB" 2>/dev/null || return 1
        sleep 0.02
    done
    return 1
}

# With the connections that it has accepted so far, in ACCEPTED.
count_nginx() {
    local line
    printf 'GET /status HTTP/1.1\r\nHost: localhost\r\n\r\n' >&"$STATUS"
    STATUS_POLLS=$((STATUS_POLLS + 1))
    while read -r line <&"$STATUS" && [[ $line != server* ]]; do :; done
    read -r ACCEPTED _ COUNT <&"$STATUS"
    read -r _ <&"$STATUS"
    COUNT=$((COUNT - STATUS_POLLS))
}
