# The tables of dev/bench-peers, in Markdown, from its lines: load|..., start|... and failed|... as it writes them.
BEGIN { FS = "|" }

function median(list, n) {
    sort(list, n)
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}
function sort(list, n,    i, j, t) {
    for (i = 2; i <= n; i++) for (j = i; j > 1 && list[j - 1] > list[j]; j--) {
        t = list[j]; list[j] = list[j - 1]; list[j - 1] = t
    }
}

# The values of a column for one tool at one target.
function take(where, column,    k, m) {
    m = 0
    for (k = 1; k <= n[where]; k++) if (value[where, k, column] != "-") list[++m] = value[where, k, column]
    return m
}
function middle(where, column, form,    m) {
    m = take(where, column)
    return m ? sprintf(form, median(list, m)) : "-"
}
function range(where, column, form,    m, text) {
    m = take(where, column)
    if (!m) return "-"
    text = sprintf(form, median(list, m))
    return m == 1 ? text : text " (" sprintf(form, list[1]) "-" sprintf(form, list[m]) ")"
}
function title(tool) {
    if (tool !~ /^fetchmark-/) return tool
    sub(/^fetchmark-/, "", tool)
    return "**Fetchmark " tool "**" (tool == "sequential" ? ", 1 connection" : "")
}

# target, round, tool, requests, seconds, CPU s, requests from the start, CPU s from the start, KiB, p50, p99, failed,
# share of a CPU that the client, the target, others and the hypervisor used
$1 == "load" {
    where = $2 SUBSEP $4
    if (!(where in n)) { tools[$2] = tools[$2] " " $4; if (!seen[$2]++) targets = targets " " $2 }
    k = ++n[where]
    cost = $6 / $5 * 1e6
    rate = $5 / $6
    cpu = $7 / $5 * 1e6
    value[where, k, "round"] = $3
    value[where, k, "rate"] = rate
    value[where, k, "cpu"] = cpu
    value[where, k, "whole"] = $8 ? $9 / $8 * 1e6 : "-"
    value[where, k, "memory"] = $10 / 1024
    value[where, k, "p50"] = $11
    value[where, k, "p99"] = $12
    value[where, k, "client"] = $14 * 100
    value[where, k, "target"] = $15 * 100
    if ($13 > 0) bad[where] += $13
    others[++all] = $16 * 100
    stolen[all] = $17 * 100
    if ($4 == "wrk") { wrk_cpu[$2, $3] = cpu; wrk_rate[$2, $3] = rate }
}
$1 == "start" { if (!($3 in starts)) started = started " " $3; start[$3, ++starts[$3]] = $4 }
$1 == "failed" { failures[++failed] = $4 " (" $2 ", round " $3 "): " $5 }

END {
    m = split(targets, target, " ")
    for (t = 1; t <= m; t++) load(target[t])
    first()
    printf "\nCPU used by other processes while a client was measured: %.1f %% of one CPU in the median run, %.1f %% in the worst",
        median(others, all), others[all]
    printf "; taken by the hypervisor: %.1f %%, %.1f %%.\n", median(stolen, all), stolen[all]
    for (i = 1; i <= failed; i++) print (i == 1 ? "\nNot measured:\n\n" : "") "* " failures[i]
}

function load(target,    names, count, i, j, k, where, order, key, t) {
    count = split(tools[target], names, " ")
    for (i = 1; i <= count; i++) {
        where = target SUBSEP names[i]
        for (k = 1; k <= n[where]; k++) {
            t = value[where, k, "round"]
            value[where, k, "over cpu"] = ((target, t) in wrk_cpu) ? value[where, k, "cpu"] / wrk_cpu[target, t] : "-"
            value[where, k, "over rate"] = ((target, t) in wrk_rate) ? value[where, k, "rate"] / wrk_rate[target, t] : "-"
        }
        order[i] = where
        key[where] = middle(where, "over cpu", "%.6f")
        if (key[where] == "-") key[where] = middle(where, "cpu", "%.6f")
    }
    for (i = 2; i <= count; i++) for (j = i; j > 1 && key[order[j - 1]] + 0 > key[order[j]] + 0; j--) {
        t = order[j]; order[j] = order[j - 1]; order[j - 1] = t
    }
    printf "\n### Target: %s\n\n", target
    print "| client | CPU a request over wrk's | requests/s over wrk's | requests/s | CPU a request, us | the same from process start, us | peak memory, MB | p50 / p99, ms | busy: client / target, % |"
    print "|---|---|---|---|---|---|---|---|---|"
    for (i = 1; i <= count; i++) {
        where = order[i]
        split(where, part, SUBSEP)
        printf "| %s | %s | %s | %s | %s | %s | %s | %s / %s | %s / %s |%s\n", title(part[2]),
            range(where, "over cpu", "%.2f"), middle(where, "over rate", "%.2f"), range(where, "rate", "%.0f"),
            range(where, "cpu", "%.1f"), middle(where, "whole", "%.1f"), middle(where, "memory", "%.0f"),
            middle(where, "p50", "%.3g"), middle(where, "p99", "%.3g"),
            middle(where, "client", "%.0f"), middle(where, "target", "%.0f"),
            (where in bad) ? " " bad[where] " failed" : ""
    }
    where = target SUBSEP "wrk"
    if (where in n && middle(where, "target", "%f") > 95 && middle(where, "client", "%f") < 95)
        print "\nThe target was the limit for wrk here, not wrk: requests/s say less than CPU a request."
}

function first(    names, count, i, j, k, t, key, least, most) {
    count = split(started, names, " ")
    if (!count) return
    for (i = 1; i <= count; i++) {
        for (k = 1; k <= starts[names[i]]; k++) list[k] = start[names[i], k]
        key[names[i]] = median(list, starts[names[i]])
        least[names[i]] = list[1]
        most[names[i]] = list[starts[names[i]]]
    }
    for (i = 2; i <= count; i++) for (j = i; j > 1 && key[names[j - 1]] > key[names[j]]; j--) {
        t = names[j]; names[j] = names[j - 1]; names[j - 1] = t
    }
    print "\n### First 10,000 requests\n\n| client | ms from process start |\n|---|---|"
    for (i = 1; i <= count; i++)
        printf "| %s | %.0f (%.0f-%.0f) |\n", title(names[i]), key[names[i]], least[names[i]], most[names[i]]
}
