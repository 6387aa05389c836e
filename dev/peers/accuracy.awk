# The table of dev/bench-accuracy, in Markdown, from its lines: run|... and failed|... as it writes them.
BEGIN { FS = "|"; q[1] = 0.95; q[2] = 0.99; q[3] = 0.999 }

function median(list, n,    i, j, t) {
    for (i = 2; i <= n; i++) for (j = i; j > 1 && list[j - 1] > list[j]; j--) {
        t = list[j]; list[j] = list[j - 1]; list[j - 1] = t
    }
    return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}
# It sends what a second holds at the beginning of that second, so the truth of even arrivals is not its own.
function uneven(tool) { return tool ~ /^autocannon/ }

function title(tool) {
    if (tool == "autocannon-C") return "autocannon -C"
    return sub(/^fetchmark-/, "", tool) ? "**Fetchmark " tool "**" : tool
}

# tool, s frozen, requests planned, reported, failed, p95, p99, p99.9, connections opened, connections lost
$1 == "run" {
    if (!($2 in n)) order[++tools] = $2
    k = ++n[$2]
    for (i = 1; i <= 3; i++) {
        truth = ($3 - (1 - q[i]) * $4 / rate) * 1000
        truths[i, ++all[i]] = truth
        said[$2, i, k] = $(6 + i)
        if ($(6 + i) != "-") off[$2, i, k] = $(6 + i) - truth
        percent[$2, i, k] = off[$2, i, k] / truth * 100
    }
    requests[$2, k] = $5; bad[$2, k] = $6; opened[$2, k] = $10; lost[$2, k] = $11
}
$1 == "failed" { failures[++failed] = $2 ", " $3 }

function middle(values, tool,    k, list) {
    for (k = 1; k <= n[tool]; k++) list[k] = values[tool, k] + 0
    return median(list, n[tool])
}
function cell(tool, i,    k, m, list, shares, text) {
    for (k = 1; k <= n[tool]; k++) if (said[tool, i, k] != "-") list[++m] = said[tool, i, k] + 0
    if (!m) return "-"
    text = sprintf("%.0f", median(list, m))
    if (m > 1) text = text sprintf(" (%.0f-%.0f)", list[1], list[m])
    if (uneven(tool)) return text
    m = 0
    for (k = 1; k <= n[tool]; k++) if (said[tool, i, k] != "-") { list[++m] = off[tool, i, k]; shares[m] = percent[tool, i, k] }
    return text sprintf("; %+.0f ms, %+.1f %%", median(list, m), median(shares, m))
}

END {
    print "\nReported, and how far it is from the truth (median of the rounds; least and most in brackets):\n"
    print "| client | p95, ms | p99, ms | p99.9, ms | requests | failed | connections opened | refused a place in the queue |"
    print "|---|---|---|---|---|---|---|---|"
    printf "| the truth"
    for (i = 1; i <= 3; i++) {
        for (k = 1; k <= all[i]; k++) list[k] = truths[i, k]
        printf " | %.0f", median(list, all[i])
    }
    print " | 10000 | 0 | | |"
    for (t = 1; t <= tools; t++) {
        printf "| %s | %s | %s | %s | %.0f | %.0f | %.0f | %.0f |\n", title(order[t]), cell(order[t], 1), cell(order[t], 2),
            cell(order[t], 3), middle(requests, order[t]), middle(bad, order[t]), middle(opened, order[t]), middle(lost, order[t])
    }
    for (t = 1; t <= tools; t++) if (uneven(order[t])) {
        print "\nautocannon sends what a second holds at the beginning of that second: the truth of its arrivals is another one."
        break
    }
    for (i = 1; i <= failed; i++) print (i == 1 ? "\nNot measured:\n\n" : "") "* " failures[i]
}
