import io.fetchmark.maven.it.InvokedBuild

def build = new InvokedBuild(basedir)
build.succeeded()
build.said(
    'advisory only, as it takes 10 recorded runs like this one, and there are 0',
    '12 of another machine (A CPU that nobody has, 3 cores)')
def verdict = build.verdict('perf')
assert verdict.verdict == 'INCONCLUSIVE'
assert verdict.findings.find { it.metric == 'p50' }.verdict == 'INCONCLUSIVE'
assert build.json('src/perf/baseline/baseline.json').runs.size() == 12
build.leftNothing()
