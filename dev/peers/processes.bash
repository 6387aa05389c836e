# Processes of a bench: everything that is started ends with the script, and only that; what a tree of them costs.
# shellcheck shell=bash
# Its results are variables, for the scripts that read this file.
# shellcheck disable=SC2034

export LC_ALL=C
STATE=$(mktemp -d)
TICK_MICROS=$((1000000 / $(getconf CLK_TCK)))
declare -A STARTED
trap end_all EXIT
trap 'exit 130' INT TERM

say() { echo "${0##*/}: $*" >&2; }

# A process was started in the background: it is to end with the script.
started() { STARTED[$1]=1; }

# It has ended, and its id may belong to another one from now on; gives its exit status.
ended() {
    unset "STARTED[$1]"
    wait "$1" 2>/dev/null
}

end_all() {
    local pid
    for pid in "${!STARTED[@]}"; do end "$pid"; done
    rm -rf "$STATE"
}

# Ends a process that was started, and all that descend from it.
end() {
    local try pid
    scan
    if [[ -z ${STARTED[$1]:-} || " ${CHILDREN[$$]:-} " != *" $1 "* ]]; then
        ended "$1"
        return 0
    fi
    tree "$1"
    for pid in "${TREE[@]}"; do
        kill -TERM "$pid" 2>/dev/null && kill -CONT "$pid" 2>/dev/null
    done
    for ((try = 0; try < 30; try++)); do
        kill -0 "${TREE[@]}" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "${TREE[@]}" 2>/dev/null
    ended "$1"
    return 0
}

# Starts COMMAND, with its output in a file.
launch() {
    "${COMMAND[@]}" >"$1" 2>&1 </dev/null &
    JOB=$!
    started "$JOB"
}

# Waits until JOB has ended, 60 s at most; whether it ended well.
await_end() {
    local try
    for ((try = 0; try < 600; try++)); do
        kill -0 "$JOB" 2>/dev/null || { ended "$JOB"; return; }
        sleep 0.1
    done
    return 1
}

# The time as microseconds.
now() { NOW=${EPOCHREALTIME/./}; }

sleep_until() {
    local left
    now
    left=$(($1 - NOW))
    ((left > 0)) && sleep "$((left / 1000000)).$(printf %06d $((left % 1000000)))"
    return 0
}

# All processes of the machine: their children, and the CPU time that they have used so far.
declare -A CHILDREN TICKS
scan() {
    local file line fields
    CHILDREN=() TICKS=()
    for file in /proc/[0-9]*/stat; do
        { read -r line <"$file"; } 2>/dev/null || continue
        read -r -a fields <<<"${line##*) }"
        CHILDREN[${fields[1]}]+=" ${line%% *}"
        TICKS[${line%% *}]=$((fields[11] + fields[12]))
    done
}

# A process and all that descend from it, as the last scan saw them.
tree() {
    local i child
    TREE=("$1")
    for ((i = 0; i < ${#TREE[@]}; i++)); do
        for child in ${CHILDREN[${TREE[i]}]:-}; do TREE+=("$child"); done
    done
}

# User and system time of processes, in microseconds, with that of children of theirs which have ended.
cpu() {
    local pid line fields
    CPU=0
    for pid; do
        { read -r line <"/proc/$pid/stat"; } 2>/dev/null || continue
        read -r -a fields <<<"${line##*) }"
        CPU=$((CPU + (fields[11] + fields[12] + fields[13] + fields[14]) * TICK_MICROS))
    done
}

# The most memory that processes have held, each at its own time, in KiB.
peak() {
    local pid name value
    PEAK=0
    for pid; do
        while read -r name value _; do
            [[ $name == VmHWM: ]] && PEAK=$((PEAK + value))
        done 2>/dev/null <"/proc/$pid/status"
    done
}

# CPU time of all processes that do not belong to this script, in microseconds; what ends in between is missed.
declare -A BEFORE
foreign() {
    local pid
    local -A own=()
    tree $$
    for pid in "${TREE[@]}"; do own[$pid]=1; done
    FOREIGN=0
    for pid in "${!TICKS[@]}"; do
        [[ -n ${own[$pid]:-} ]] || FOREIGN=$((FOREIGN + (TICKS[$pid] - ${BEFORE[$pid]:-0}) * TICK_MICROS))
    done
}

# From here on foreign counts.
foreign_from_now() {
    local pid
    BEFORE=()
    for pid in "${!TICKS[@]}"; do BEFORE[$pid]=${TICKS[$pid]}; done
}

# CPU time that the hypervisor gave to others, in microseconds, of all CPUs.
steal() {
    local fields
    read -r -a fields </proc/stat
    STEAL=$((fields[8] * TICK_MICROS))
}

# When a process was started, in microseconds of the clock that now reads; to about 5 ms.
start_of() {
    local line fields
    read -r line <"/proc/$1/stat"
    read -r -a fields <<<"${line##*) }"
    START=$((BOOT + fields[19] * TICK_MICROS + TICK_MICROS / 2))
}

# When this machine was started: awaits an edge of its clock, which has 10 ms.
boot() {
    local first uptime
    read -r first _ </proc/uptime
    while read -r uptime _ </proc/uptime && [[ $uptime == "$first" ]]; do :; done
    now
    uptime=${uptime/./}
    BOOT=$((NOW - 10#$uptime * 10000))
}

# The first two CPUs that this script may use: one for the target, one for the client.
read -r TARGET_CPU CLIENT_CPU < <(taskset -cp $$ | sed 's/.*: //' | tr ',' '\n' |
    awk -F- '{ for (i = $1; i <= $NF; i++) print i }' | head -2 | xargs)
[[ -n ${CLIENT_CPU:-} ]] || { say 'needs two CPUs'; exit 1; }
