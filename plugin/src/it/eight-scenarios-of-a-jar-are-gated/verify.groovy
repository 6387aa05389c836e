import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
def pages = (1..8).collect { "page-${it}" as String }
def comparisons = build.result('perf').comparisons
assert comparisons*.scenario == pages
assert comparisons.every { it.screening.size() >= 6 }
def findings = build.verdict('perf').findings.findAll { it.metric == 'p50' }
assert findings*.scenario == pages
assert findings.every { it.verdict in ['PASS', 'INCONCLUSIVE', 'REGRESSION'] }
build.didNotSay('hangs')
build.leftNothing()
