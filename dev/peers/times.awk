# What a tool says of its run, in one form: requests, failed, and p50 p95 p99 p99.9 in milliseconds; "-" for what it
# does not say. Call: awk -f times.awk -v tool=hey output
BEGIN { requests = failed = p[50] = p[95] = p[99] = p[99.9] = "-" }

function millis(text) {
    if (text ~ /us$/) return text / 1000
    if (text ~ /ms$/) return text + 0
    if (text ~ /m$/) return text * 60000
    return text * 1000
}

# One line of name=value: ours and Hyperfoil.
tool ~ /^(fetchmark-|hyperfoil)/ && /^requests=/ {
    for (i = 1; i <= NF; i++) { split($i, pair, "="); said[pair[1]] = pair[2] }
    requests = said["requests"]; failed = said["failed"] + said["dropped"]
    p[50] = said["p50"]; p[95] = said["p95"]; p[99] = said["p99"]; p[99.9] = said["p999"]
}

tool ~ /^wrk2?$/ && $1 ~ /^[0-9.]+%$/ && ($1 + 0) in p { p[$1 + 0] = millis($2) }
tool ~ /^wrk2?$/ && /requests in/ { if (tool == "wrk") requests = $1; failed += 0 }
tool ~ /^wrk2?$/ && /Non-2xx/ { failed += $NF }
tool ~ /^wrk2?$/ && /Socket errors/ { failed += $4 + $6 + $8 + $10 }
# The detailed spectrum: value, share, count. What was measured is less than all requests.
tool == "wrk2" && NF == 4 && $2 == "0.950000" { p[95] = $1 }
tool == "wrk2" && /Total count/ { sub(/.*Total count *= */, ""); requests = $0 + 0 }

tool == "hey" && $2 == "in" && ($1 + 0) in p { p[$1 + 0] = $3 * 1000 }
tool == "hey" && /^ *\[[0-9]+\].*responses/ {
    requests += $2; failed += 0
    if ($1 !~ /\[2/) failed += $2
}
tool == "hey" && /^Error distribution/ { errors = 1 }
tool == "hey" && errors && $1 ~ /^\[[0-9]+\]$/ { gsub(/[][]/, "", $1); failed += $1 }

tool == "ab" && $1 ~ /^[0-9]+%$/ && ($1 + 0) in p { p[$1 + 0] = $2 }
tool == "ab" && /^Complete requests/ { requests = $NF }
tool == "ab" && /^(Failed requests|Non-2xx)/ { failed += $NF }

tool == "h2load" && /^requests:/ { requests = $8; failed = $10 + $12 + $14 }
# Microseconds of each request, ascending, which follow its output where it kept a log.
tool == "h2load" && NF == 1 && /^[0-9]+$/ { times[++logged] = $1 / 1000 }

tool ~ /^autocannon/ && /"latency"/ {
    match($0, /"latency":\{[^}]*/); latency = substr($0, RSTART, RLENGTH)
    p[50] = field(latency, "p50"); p[99] = field(latency, "p99"); p[99.9] = field(latency, "p99_9")
    # Without its correction, which counts requests that were never sent.
    requests = field(substr($0, index($0, "\"requests\":")), "total")
    failed = field($0, "errors") + field($0, "non2xx")
}
function field(json, name) {
    return match(json, "\"" name "\":[0-9.]+") ? substr(json, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : "-"
}

tool == "gatling" && /^> (request count|response time .* percentile)/ {
    split($0, column, "|")
    if (/request count/) {
        requests = plain(column[2]); failed = plain(column[4])
    } else if (($4 + 0) in p) {
        p[$4 + 0] = plain(column[2])
    }
}
function plain(text) { gsub(/[, ]/, "", text); return text + 0 }

END {
    if (logged) {
        for (share in p) p[share] = times[int(share / 100 * logged + 0.999999)]
        requests = logged
    }
    print requests, failed, p[50], p[95], p[99], p[99.9]
}
