# The clients of a bench: every client of ours and the peers that this machine has or can get, and how each is called.
# shellcheck shell=bash
# Its results are variables, for the scripts that read this file.
# shellcheck disable=SC2034

declare -A JAVA_OF
PEERS=target/peers
CONNECTIONS=${CONNECTIONS:-50}
mkdir -p "$PEERS"

install_packages() {
    local tool missing=()
    local -A package=([wrk]=wrk [hey]=hey [ab]=apache2-utils [h2load]=nghttp2-client)
    for tool in "${!package[@]}"; do
        command -v "$tool" >/dev/null || missing+=("${package[$tool]}")
    done
    if ((${#missing[@]})) && ((EUID == 0)) && command -v apt-get >/dev/null; then
        say "installs ${missing[*]}"
        { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
            "${missing[@]}"; } >"$PEERS/apt.log" 2>&1 || say "not all could be installed: $PEERS/apt.log"
    fi
}

# Hyperfoil or Gatling, from Maven's repositories, with our program for it.
resolve() {
    local libraries=$PEERS/$1/lib source=(dev/peers/"$1"/*.java)
    if [[ ! -d $libraries || dev/peers/$1/pom.xml -nt $libraries ]]; then
        rm -rf "$libraries"
        mvn -B -q -f "dev/peers/$1/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
            -DoutputDirectory="$PWD/$libraries" >"$PEERS/$1.log" 2>&1 ||
            { rm -rf "$libraries"; return 1; }
        touch "$libraries"
    fi
    mkdir -p "$PEERS/$1/classes"
    javac -d "$PEERS/$1/classes" -cp "$libraries/*" "${source[@]}" >"$PEERS/$1.log" 2>&1
}

find_autocannon() {
    AUTOCANNON=$PEERS/node_modules/autocannon/autocannon.js
    [[ -f $AUTOCANNON ]] && return
    command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix "$PEERS" autocannon@9 \
        >"$PEERS/autocannon.log" 2>&1 && [[ -f $AUTOCANNON ]]
}

# What is there, in TOOLS: the peers, wrk first, and then ours.
find_tools() {
    local tool client version
    TOOLS=()
    install_packages
    for tool in wrk h2load ab hey; do
        if command -v "$tool" >/dev/null; then TOOLS+=("$tool"); else say "without $tool"; fi
    done
    if [[ -n ${WRK2:-} ]]; then TOOLS+=(wrk2); else say 'without wrk2: WRK2 names none'; fi
    if find_autocannon; then TOOLS+=(autocannon); else say 'without autocannon'; fi
    for tool in hyperfoil gatling; do
        if resolve "$tool"; then TOOLS+=("$tool"); else say "without $tool: $PEERS/$tool.log"; fi
    done
    [[ -f harness/target/test-classes/io/fetchmark/worker/WorkerBench.class ]] ||
        { say 'needs the harness: mvn -pl harness test-compile'; exit 1; }
    mvn -B -q -pl harness org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
        -Dmdep.outputFile="$PWD/$PEERS/class-path" >"$PEERS/class-path.log" 2>&1 ||
        { cat "$PEERS/class-path.log" >&2; exit 1; }
    CLASSPATH=harness/target/classes:harness/target/test-classes:$(<"$PEERS/class-path")
    # A jar, as Maven has it, for classes in a directory are not mapped from an archive.
    jar --create --file "$PEERS/harness.jar" -C harness/target/classes .
    WORKER_CLASSPATH=$PWD/$PEERS/harness.jar:$(<"$PEERS/class-path")
    export CLASSPATH WORKER_CLASSPATH
    java io.fetchmark.worker.WorkerBench >"$PEERS/clients" || exit
    if [[ -n ${TRANSPORTS:-} ]]; then
        if resolve transports; then
            for tool in select hybrid spin epoll io_uring; do TOOLS+=("transport-$tool"); done
        else
            say "without transports: $PEERS/transports.log"
        fi
    fi
    while read -r client version; do
        TOOLS+=("fetchmark-$client")
        JAVA_OF[fetchmark-$client]=$version
    done <"$PEERS/clients"
}

# How a tool is called with a closed load, in COMMAND. Arguments: the tool, the address, seconds of warm-up, seconds to
# measure, the CPU to hold it to or nothing. Only ours knows a warm-up; for the others it is part of the run.
closed_command() {
    local tool=$1 url=$2 all=$(($3 + $4)) cpu=$5 concurrency=$CONNECTIONS
    case $tool in
        wrk) COMMAND=(wrk -t1 "-c$CONNECTIONS" "-d${all}s" --latency "$url") ;;
        # Over capacity, so that it never waits.
        wrk2) COMMAND=("$WRK2" -t1 "-c$CONNECTIONS" "-d${all}s" -R5000000 --latency "$url") ;;
        h2load) COMMAND=(h2load --h1 -t1 "-c$CONNECTIONS" -D "$all" "$url") ;;
        ab) COMMAND=(ab -q -k -c "$CONNECTIONS" -t "$all" -n $((all * 500000)) "$url") ;;
        hey) COMMAND=(hey -c "$CONNECTIONS" -z "${all}s" "$url") ;;
        autocannon) COMMAND=(node "$AUTOCANNON" -c "$CONNECTIONS" -d "$all" -j "$url") ;;
        hyperfoil) hyperfoil "$url" "$CONNECTIONS" 0 0 "$all" ;;
        gatling) gatling "$url" "-Dbench.users=$CONNECTIONS" "-Dbench.duration=$all" ;;
        transport-*)
            COMMAND=(java -Xmx256m -XX:+UseSerialGC -cp "$PEERS/transports/classes:$PEERS/transports/lib/*" Transports
                "${tool#transport-}" "$url" "$CONNECTIONS" "$all")
            ;;
        fetchmark-*)
            [[ $tool == *-sequential ]] && concurrency=1
            COMMAND=(java io.fetchmark.worker.WorkerBench "${tool#fetchmark-}" "$url" "$concurrency" "$3s" "$4s")
            # The worker is held to it, not the process that stands for Maven.
            [[ -z $cpu ]] || COMMAND+=("$cpu")
            return
            ;;
    esac
    [[ -z $cpu ]] || COMMAND=(taskset -c "$cpu" "${COMMAND[@]}")
}

# How a tool is called with an open load, in COMMAND, and in LEAD how many milliseconds after its first request the time
# starts that it reports of. Arguments: the tool, the address, arrivals a second, seconds of warm-up, seconds to measure.
open_command() {
    local tool=$1 url=$2 rate=$3 warm_up=$4 measured=$5 each=$(($3 / CONNECTIONS))
    LEAD=0
    case $tool in
        # It forgets what came in the first 10 s, and 5 ms longer for each connection.
        wrk2)
            LEAD=$((10000 + 5 * CONNECTIONS))
            COMMAND=("$WRK2" -t1 "-c$CONNECTIONS" "-d$((10 + measured))s" "-R$rate" --latency "$url")
            ;;
        hey) COMMAND=(hey -c "$CONNECTIONS" -q "$each" -z "${measured}s" "$url") ;;
        h2load) COMMAND=(h2load --h1 -t1 "-c$CONNECTIONS" "--rps=$each" -D "$measured" "--log-file=$STATE/h2load.log" "$url") ;;
        autocannon) COMMAND=(node "$AUTOCANNON" -c "$CONNECTIONS" -R "$rate" -d "$measured" -j "$url") ;;
        autocannon-C) COMMAND=(node "$AUTOCANNON" -C -c "$CONNECTIONS" -R "$rate" -d "$measured" -j "$url") ;;
        hyperfoil) LEAD=$((warm_up * 1000)) && hyperfoil "$url" "$CONNECTIONS" "$rate" "$warm_up" "$measured" ;;
        gatling)
            LEAD=$((warm_up * 1000))
            gatling "$url" "-Dbench.rate=$rate" "-Dbench.warmUp=$warm_up" "-Dbench.duration=$measured"
            ;;
        fetchmark-*)
            LEAD=$((warm_up * 1000))
            COMMAND=(java io.fetchmark.worker.WorkerBench "${tool#fetchmark-}" "$url" "$rate/s" "${warm_up}s" "${measured}s")
            ;;
        # It has none.
        *) return 1 ;;
    esac
}

hyperfoil() {
    COMMAND=(java -Xmx512m -cp "$PEERS/hyperfoil/classes:$PEERS/hyperfoil/lib/*" HyperfoilBench "$@")
}

gatling() {
    local url=$1 percentiles=-Dgatling.charting.indicators.percentile
    COMMAND=(java -Xmx512m --add-opens=java.base/java.lang=ALL-UNNAMED -Dgatling.data.enableAnalytics=false
        "${percentiles}1=50" "${percentiles}2=95" "${percentiles}3=99" "${percentiles}4=99.9"
        "-Dbench.url=${url%/}" "${@:2}" -cp "dev/peers/gatling:$PEERS/gatling/classes:$PEERS/gatling/lib/*"
        io.gatling.app.Gatling -s GatlingBench -rf "$STATE/gatling")
}

# The process whose cost is that of the tool, in ROOT: the one that was started, or the worker that it tells of.
root_of() {
    local tool=$1 job=$2 output=$3 try
    ROOT=$job
    [[ $tool == fetchmark-* ]] || return 0
    for ((try = 0; try < 1000; try++)); do
        ROOT=$(grep -m1 -xE '[0-9]+' "$output" 2>/dev/null) && return
        kill -0 "$job" 2>/dev/null || return 1
        sleep 0.02
    done
    return 1
}

# What the tools are, a line each.
versions() {
    local tool
    for tool in "${TOOLS[@]}"; do
        case $tool in
            wrk) echo "wrk $(dpkg-query -W -f '${Version}' wrk 2>/dev/null)" ;;
            wrk2) echo "wrk2: $("$WRK2" -v 2>&1 | head -1)" ;;
            hey) echo "hey $(dpkg-query -W -f '${Version}' hey 2>/dev/null)" ;;
            h2load) h2load --version ;;
            ab) ab -V | sed -n 's/This is //; s/ <.*//; 1p' ;;
            autocannon) echo "autocannon $(sed -n 's/.*"version": "\(.*\)".*/\1/p' "${AUTOCANNON%/*}/package.json"), node $(node --version)" ;;
            hyperfoil) echo "Hyperfoil $(version_of_jar hyperfoil-http)" ;;
            gatling) echo "Gatling $(version_of_jar gatling-app)" ;;
            fetchmark-*) echo "Fetchmark ${tool#fetchmark-}: Java ${JAVA_OF[$tool]}" ;;
            *) ;;
        esac
    done
}

version_of_jar() {
    local jar
    jar=$(echo "$PEERS"/*/lib/"$1"-[0-9]*.jar)
    jar=${jar##*/"$1"-}
    echo "${jar%.jar}"
}

# The machine and the versions, as a list in Markdown.
machine() {
    awk -F': *' '/^model name/ { model = $2; n++ } END { print "* CPU: " model ", " n " logical" }' /proc/cpuinfo
    awk '/^MemTotal/ { printf "* memory: %.0f GiB\n", $2 / 1048576 }' /proc/meminfo
    echo "* system: $(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release), Linux $(uname -r)"
    echo "* Java of the peers: $(java -XshowSettings:properties -version 2>&1 | sed -n 's/.* java.runtime.version = //p')"
    echo "* nginx: $("$NGINX" -v 2>&1 | sed 's/.*: //')"
    versions | sed 's/^/* /'
}
