import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
assert build.verdict('perf').verdict == 'PASS'
def p50 = build.verdict('perf').findings.find { it.metric == 'p50' }
assert p50.high < 1
assert p50.reason.contains('shorter')
assert p50.reason.contains('an improvement')
assert build.result('perf').comparisons[0].confirmation.isEmpty()
build.leftNothing()
