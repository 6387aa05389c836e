import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.failed('MojoFailureException', 'it has become worse', 'catalogue, event-loop: p50 is', 'catalogue, threads: p50 is')
def findings = build.verdict('perf').findings.findAll { it.metric == 'p50' }
assert findings.size() == 4
// What is told is that page, by both clients, and no other.
assert findings.findAll { it.verdict == 'REGRESSION' }.collect { it.scenario } == ['catalogue', 'catalogue']
assert findings.findAll { it.scenario == 'home-page' }.every { it.verdict in ['PASS', 'INCONCLUSIVE'] }
def comparisons = build.result('perf').comparisons
assert comparisons.size() == 4
assert comparisons.findAll { it.scenario == 'home-page' }.every { it.confirmation.isEmpty() }
build.leftNothing()
