import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
assert build.verdict('perf').verdict == 'PASS'
def p50 = build.verdict('perf').findings.find { it.metric == 'p50' }
assert p50.verdict == 'PASS'
assert p50.tolerance == 0.5
assert p50.noiseFloor > 0
assert p50.smallestDetectableChange > 0.5
assert build.verdict('perf').findings*.metric.contains('errorRate')
assert build.result('perf').comparisons[0].screening.size() >= 6
build.leftNothing()
